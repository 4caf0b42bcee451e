package org.zonedrift.input;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** The search for the end of a line, and for what makes a line hard to read, eight octets at a time. */
final class LineFeed {

    private static final VarHandle EIGHT_OCTETS =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final long EACH = 0x0101010101010101L;
    private static final long HIGH_BITS = 0x8080808080808080L;

    private static final long LINE_FEEDS = EACH * '\n';
    private static final long QUOTES = EACH * '"';
    private static final long PARENTHESES = EACH * '(';
    private static final long ESCAPES = EACH * '\\';

    private LineFeed() {}

    /** Where the first line feed stands, or {@code to}. */
    static int find(byte[] octets, int from, int to) {
        int at = from;
        for (; at <= to - Long.BYTES; at += Long.BYTES) {
            long found = zeros((long) EIGHT_OCTETS.get(octets, at) ^ LINE_FEEDS);
            if (found != 0) {
                return at + (Long.numberOfTrailingZeros(found) >> 3);
            }
        }
        while (at < to && octets[at] != '\n') {
            at++;
        }
        return at;
    }

    /** Whether parentheses, quotes or escapes stand there, which make a record more than its line. */
    static boolean isPlain(byte[] octets, int from, int to) {
        int at = from;
        long found = 0;
        for (; at <= to - Long.BYTES; at += Long.BYTES) {
            long eight = (long) EIGHT_OCTETS.get(octets, at);
            found |= zeros(eight ^ QUOTES) | zeros(eight & ~EACH ^ PARENTHESES) | zeros(eight ^ ESCAPES);
        }
        for (; at < to; at++) {
            int octet = octets[at];
            found |= octet == '"' || (octet & ~1) == '(' || octet == '\\' ? 1 : 0;
        }
        return found == 0;
    }

    /** The highest bit of each octet that is zero; octets above the first one may be marked wrongly. */
    private static long zeros(long eight) {
        return eight - EACH & ~eight & HIGH_BITS;
    }
}
