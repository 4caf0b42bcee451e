package org.zonedrift.output;

/** Whole numbers as decimal digits, written straight into an array, two digits at a time. */
final class DecimalDigits {

    /** The digits of {@link Long#MIN_VALUE} and its sign. */
    static final int LONGEST = 20;

    /** The two digits of every number below 100, one number after the other. */
    private static final byte[] PAIRS = pairs();

    /** The least numbers of two digits, of three and so on. */
    private static final int[] POWERS = {
        10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000
    };

    private DecimalDigits() {}

    private static byte[] pairs() {
        byte[] pairs = new byte[200];
        for (int i = 0; i < 100; i++) {
            pairs[2 * i] = (byte) ('0' + i / 10);
            pairs[2 * i + 1] = (byte) ('0' + i % 10);
        }
        return pairs;
    }

    /** Writes the number at the index; answers the index behind it. */
    static int write(long value, byte[] into, int at) {
        if (value >= 0) {
            return value <= Integer.MAX_VALUE ? digits((int) value, into, at) : digits(-value, into, at);
        }
        into[at] = '-';
        return digits(value, into, at + 1);
    }

    /** Writes a number of thousandths as a decimal number, always with three digits after the point. */
    static int writeThousandths(long value, byte[] into, int at) {
        int next = at;
        if (value < 0) {
            into[next++] = '-';
        }
        long size = Math.abs(value);
        next = write(size / 1000, into, next);
        into[next++] = '.';
        return triple((int) (size % 1000), into, next);
    }

    /** Nearly all numbers are small, and many have one digit. */
    private static int digits(int value, byte[] into, int at) {
        int end = at + countOf(value);
        int rest = value;
        int index = end;
        while (rest >= 10) {
            index -= 2;
            pair(rest % 100, into, index);
            rest /= 100;
        }
        if (index > at) {
            into[at] = (byte) ('0' + rest);
        }
        return end;
    }

    private static int countOf(int value) {
        int count = 1;
        while (count <= POWERS.length && value >= POWERS[count - 1]) {
            count++;
        }
        return count;
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

    /** Writes a number below 100 in two digits. */
    static int pair(int value, byte[] into, int at) {
        into[at] = PAIRS[2 * value];
        into[at + 1] = PAIRS[2 * value + 1];
        return at + 2;
    }

    /** Writes a number below 1,000 in three digits. */
    static int triple(int value, byte[] into, int at) {
        into[at] = (byte) ('0' + value / 100);
        return pair(value % 100, into, at + 1);
    }
}
