package org.zonedrift.input;

import java.nio.charset.StandardCharsets;

/** One line of a zone file cut at its blanks; comments are dropped, and oddities are noticed. */
final class MasterTokens {

    /** An SOA record has eleven; what follows on longer lines is of no interest. */
    private static final int TOKENS_MAX = 16;

    /** Owner, TTL, class, type, and the data of the records that are wanted most. */
    private static final int TOKENS_AT_FIRST = 5;

    private static final byte ORDINARY = 0;
    private static final byte BLANK = 1;
    private static final byte COMMENT = 2;
    private static final byte ESCAPE = 3;
    private static final byte ODD = 4;
    private static final byte[] KINDS = new byte[256];

    static {
        KINDS[' '] = BLANK;
        KINDS['\t'] = BLANK;
        KINDS['\r'] = BLANK;
        KINDS[';'] = COMMENT;
        KINDS['\\'] = ESCAPE;
        KINDS['('] = ODD;
        KINDS[')'] = ODD;
        KINDS['"'] = ODD;
    }

    private final int[] starts = new int[TOKENS_MAX];
    private final int[] ends = new int[TOKENS_MAX];
    private byte[] line = new byte[0];
    private int end;
    private int uncut;
    private int count;
    private boolean indented;
    private boolean odd;

    /** Cuts the beginning of a line; all of it where the rest holds anything that must be noticed. */
    void cut(byte[] octets, int from, int to) {
        line = octets;
        end = to;
        count = 0;
        odd = false;
        indented = from < to && KINDS[octets[from] & 0xff] == BLANK;
        uncut = cutFrom(from, TOKENS_AT_FIRST);
        if (!LineFeed.isPlain(octets, uncut, to)) {
            cutRest();
        }
    }

    private void cutRest() {
        uncut = cutFrom(uncut, Integer.MAX_VALUE);
    }

    /** Goes on until there are so many tokens; answers where it stopped. */
    private int cutFrom(int from, int enough) {
        int at = from;
        while (at < end) {
            byte kind = KINDS[line[at] & 0xff];
            if (kind == COMMENT) {
                return end;
            }
            if (kind == ORDINARY || kind == ESCAPE) {
                int start = at;
                at = endOfToken(at);
                add(start, at);
                if (count >= enough) {
                    return at;
                }
            } else {
                odd |= kind == ODD;
                at++;
            }
        }
        return end;
    }

    private int endOfToken(int from) {
        int at = from;
        while (at < end) {
            byte kind = KINDS[line[at] & 0xff];
            if (kind == ESCAPE) {
                at++;
            } else if (kind != ORDINARY) {
                return at;
            }
            at++;
        }
        return end;
    }

    private void add(int from, int to) {
        if (count < TOKENS_MAX) {
            starts[count] = from;
            ends[count++] = to;
        }
    }

    int count() {
        return count;
    }

    /** Whether the line has as many tokens as to have this one, counted from 0. */
    boolean has(int token) {
        if (token >= count && uncut < end) {
            cutRest();
        }
        return token < count;
    }

    /** Whether the line begins with a blank, so that its owner is that of the line before. */
    boolean isIndented() {
        return indented;
    }

    /** Whether parentheses or quotes stand in the line. */
    boolean isOdd() {
        return odd;
    }

    byte[] line() {
        return line;
    }

    int start(int token) {
        return starts[token];
    }

    int end(int token) {
        return ends[token];
    }

    int length(int token) {
        return ends[token] - starts[token];
    }

    byte first(int token) {
        return line[starts[token]];
    }

    /** Whether the token is this word in lower case, in whatever case it stands. */
    boolean is(int token, String word) {
        if (length(token) != word.length()) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if ((line[starts[token] + i] | 0x20) != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    String text(int token) {
        return new String(line, starts[token], length(token), StandardCharsets.ISO_8859_1);
    }

    boolean startsWithDigit(int token) {
        return line[starts[token]] >= '0' && line[starts[token]] <= '9';
    }

    /** The seconds of a TTL such as {@code 3600} or {@code 1h30m}, or -1. */
    long seconds(int token) {
        long total = 0;
        long value = -1;
        for (int at = starts[token]; at < ends[token]; at++) {
            int c = line[at];
            if (c >= '0' && c <= '9') {
                value = Math.max(value, 0) * 10 + c - '0';
            } else if (value >= 0 && unit(c) > 0) {
                total += value * unit(c);
                value = -1;
            } else {
                return -1;
            }
            if (value > 0xffffffffL || total > 0xffffffffL) {
                return -1;
            }
        }
        return total + Math.max(value, 0);
    }

    private static long unit(int c) {
        return switch (c | 0x20) {
            case 's' -> 1;
            case 'm' -> 60;
            case 'h' -> 3_600;
            case 'd' -> 86_400;
            case 'w' -> 604_800;
            default -> -1;
        };
    }
}
