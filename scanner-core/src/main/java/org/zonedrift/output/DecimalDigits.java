package org.zonedrift.output;

/** Whole numbers as decimal digits, written straight into an array. */
final class DecimalDigits {

    /** The digits of {@link Long#MIN_VALUE} and its sign. */
    static final int LONGEST = 20;

    private DecimalDigits() {}

    /** Writes the number at the index; answers the index behind it. */
    static int write(long value, byte[] into, int at) {
        if (value >= 0) {
            return value <= Integer.MAX_VALUE ? digits((int) value, into, at) : digits(-value, into, at);
        }
        into[at] = '-';
        return digits(value, into, at + 1);
    }

    /** Nearly all numbers are small, and their arithmetic takes half as long. */
    private static int digits(int value, byte[] into, int at) {
        int end = at + 1;
        for (int rest = value; rest >= 10; rest /= 10) {
            end++;
        }
        int index = end;
        int rest = value;
        do {
            into[--index] = (byte) ('0' + rest % 10);
            rest /= 10;
        } while (rest != 0);
        return end;
    }

    /** Works on negative numbers, of which there is one more. */
    private static int digits(long negative, byte[] into, int at) {
        int end = at + countOf(negative);
        long rest = negative;
        int index = end;
        do {
            into[--index] = (byte) ('0' - rest % 10);
            rest /= 10;
        } while (rest != 0);
        return end;
    }

    private static int countOf(long negative) {
        int count = 1;
        for (long rest = negative / 10; rest != 0; rest /= 10) {
            count++;
        }
        return count;
    }

    /** Writes a number that is not negative with leading zeros, at the width given. */
    static int padded(int value, int width, byte[] into, int at) {
        int rest = value;
        for (int index = at + width - 1; index >= at; index--) {
            into[index] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        return at + width;
    }
}
