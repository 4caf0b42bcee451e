package org.zonedrift.output;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Stretches of JSON, each by a number that says all that it tells: what record after record says is
 * written once, and copied from then on. A newcomer takes the place of another. Confined to one thread.
 */
final class Phrases {

    /** The number of what is too rare for a phrase: it is written anew each time. */
    static final long NONE = -1;

    private static final int PLACES = 1 << 6;

    private final long[] numbers = new long[PLACES];
    private final byte[] @Nullable [] octets = new byte[PLACES][];

    Phrases() {
        Arrays.fill(numbers, NONE);
    }

    /** The octets of this number, not to be changed, or null. */
    byte @Nullable [] of(long number) {
        int place = placeOf(number);
        return numbers[place] == number ? octets[place] : null;
    }

    void keep(long number, byte[] phrase) {
        int place = placeOf(number);
        numbers[place] = number;
        octets[place] = phrase;
    }

    /** The lowest bits differ most; the others are those of rarer numbers. */
    private static int placeOf(long number) {
        return (int) (number ^ number >>> 6 ^ number >>> 18 ^ number >>> 36) & PLACES - 1;
    }
}
