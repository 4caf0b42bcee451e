package org.zonedrift.sim.world;

import java.util.Arrays;
import org.zonedrift.sim.world.Dice.Draw;

/**
 * The first labels of the world's zones: ten letters that one can say aloud, a different label
 * for each zone number, and back again from the label to the number.
 */
final class ZoneLabels {

    /** Octets of a label. */
    static final int LENGTH = 10;

    private static final String CONSONANTS = "bdfghjklmnprstvz";
    private static final String VOWELS = "aeiou";
    private static final int SYLLABLES = CONSONANTS.length() * VOWELS.length();

    /** How many labels there are: all words of five syllables. */
    static final long COUNT = pow(SYLLABLES, LENGTH / 2);

    private static final int ROUNDS = 4;
    private static final int[] CONSONANT_AT = positions(CONSONANTS);
    private static final int[] VOWEL_AT = positions(VOWELS);

    private final int[] keys = new int[ROUNDS];

    ZoneLabels(Dice dice) {
        for (int round = 0; round < ROUNDS; round++) {
            keys[round] = (int) dice.bits(round, Draw.NAME);
        }
    }

    /** The label of a zone, its length octet not included. */
    byte[] label(long number) {
        long code = code(number);
        byte[] label = new byte[LENGTH];
        for (int at = LENGTH - 2; at >= 0; at -= 2) {
            int syllable = (int) (code % SYLLABLES);
            code /= SYLLABLES;
            label[at] = (byte) CONSONANTS.charAt(syllable / VOWELS.length());
            label[at + 1] = (byte) VOWELS.charAt(syllable % VOWELS.length());
        }
        return label;
    }

    /** A number that sorts as the label does. */
    long code(long number) {
        long code = number;
        do {
            code = scramble(code);
        } while (code >= COUNT);
        return code;
    }

    /** The number of the zone with this code. */
    long numberOf(long code) {
        long number = code;
        do {
            number = unscramble(number);
        } while (number >= COUNT);
        return number;
    }

    /** The number of the zone whose label stands there, folded; -1 when no zone is called so. */
    long numberAt(byte[] octets, int from) {
        long code = 0;
        for (int at = from; at < from + LENGTH; at += 2) {
            int consonant = position(CONSONANT_AT, octets[at]);
            int vowel = position(VOWEL_AT, octets[at + 1]);
            if (consonant < 0 || vowel < 0) {
                return -1;
            }
            code = code * SYLLABLES + (long) consonant * VOWELS.length() + vowel;
        }
        return numberOf(code);
    }

    /** A Feistel network over 32 bits: a permutation, whatever its round function does. */
    private long scramble(long value) {
        int left = (int) (value >>> 16);
        int right = (int) (value & 0xffff);
        for (int round = 0; round < ROUNDS; round++) {
            int next = left ^ mixed(right, keys[round]);
            left = right;
            right = next;
        }
        return (long) left << 16 | right;
    }

    private long unscramble(long value) {
        int left = (int) (value >>> 16);
        int right = (int) (value & 0xffff);
        for (int round = ROUNDS - 1; round >= 0; round--) {
            int before = right ^ mixed(left, keys[round]);
            right = left;
            left = before;
        }
        return (long) left << 16 | right;
    }

    private static int mixed(int half, int key) {
        int mixed = (half ^ key) * 0x7feb352d;
        mixed = (mixed ^ mixed >>> 15) * 0x846ca68b;
        return (mixed ^ mixed >>> 16) & 0xffff;
    }

    private static int position(int[] positions, byte octet) {
        return octet < 0 ? -1 : positions[octet];
    }

    private static int[] positions(String letters) {
        int[] positions = new int[128];
        Arrays.fill(positions, -1);
        for (int i = 0; i < letters.length(); i++) {
            positions[letters.charAt(i)] = i;
        }
        return positions;
    }

    private static long pow(long base, int exponent) {
        long power = 1;
        for (int i = 0; i < exponent; i++) {
            power *= base;
        }
        return power;
    }
}
