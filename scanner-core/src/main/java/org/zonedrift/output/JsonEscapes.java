package org.zonedrift.output;

/**
 * The inside of JSON strings. Beyond what JSON demands, every control character (DEL and C1 too),
 * line separators and marks that turn the direction of text are escaped: a record may be shown on
 * a terminal.
 */
final class JsonEscapes {

    private static final String HEX = "0123456789abcdef";
    private static final int REPLACEMENT = 0xfffd;

    /** Whether an ASCII character stands for itself in JSON; and in a name as well. */
    private static final boolean[] PLAIN = new boolean[0x80];

    private static final boolean[] PLAIN_IN_NAMES = new boolean[0x80];

    static {
        for (int c = ' '; c < 0x7f; c++) {
            PLAIN[c] = c != '"' && c != '\\';
            PLAIN_IN_NAMES[c] = PLAIN[c] && " .;()@$".indexOf(c) < 0;
        }
    }

    private JsonEscapes() {}

    /** Writes the text at the index, at most six octets a char; answers the index behind it. */
    static int write(String text, byte[] into, int at) {
        int next = at;
        int size = text.length();
        for (int i = 0; i < size; i++) {
            char c = text.charAt(i);
            if (c < PLAIN.length && PLAIN[c]) {
                into[next++] = (byte) c;
            } else if (Character.isHighSurrogate(c) && i + 1 < size && Character.isLowSurrogate(text.charAt(i + 1))) {
                next = utf8(Character.toCodePoint(c, text.charAt(++i)), into, next);
            } else {
                next = special(c, into, next);
            }
        }
        return next;
    }

    private static int special(char c, byte[] into, int at) {
        int next = at;
        if (c == '"' || c == '\\') {
            into[next++] = '\\';
            into[next++] = (byte) c;
            return next;
        }
        if (c == '\n' || c == '\t' || c == '\r') {
            into[next++] = '\\';
            into[next++] = (byte) (c == '\n' ? 'n' : c == '\t' ? 't' : 'r');
            return next;
        }
        if (mayNotStandRaw(c)) {
            return unicodeEscape(c, into, next);
        }
        return utf8(Character.isSurrogate(c) ? REPLACEMENT : c, into, next);
    }

    private static boolean mayNotStandRaw(char c) {
        return c < ' '
                || c >= 0x7f && c <= 0x9f
                || c >= 0x200e && c <= 0x200f
                || c >= 0x2028 && c <= 0x202e
                || c >= 0x2066 && c <= 0x2069
                || c == 0x61c
                || c == 0xfeff;
    }

    private static int unicodeEscape(char c, byte[] into, int at) {
        into[at] = '\\';
        into[at + 1] = 'u';
        for (int i = 0; i < 4; i++) {
            into[at + 2 + i] = (byte) HEX.charAt(c >> 12 - 4 * i & 0xf);
        }
        return at + 6;
    }

    private static int utf8(int codePoint, byte[] into, int at) {
        int next = at;
        if (codePoint < 0x800) {
            into[next++] = (byte) (0xc0 | codePoint >> 6);
        } else {
            if (codePoint < 0x10000) {
                into[next++] = (byte) (0xe0 | codePoint >> 12);
            } else {
                into[next++] = (byte) (0xf0 | codePoint >> 18);
                into[next++] = continuation(codePoint >> 12);
            }
            into[next++] = continuation(codePoint >> 6);
        }
        into[next++] = continuation(codePoint);
        return next;
    }

    private static byte continuation(int bits) {
        return (byte) (0x80 | bits & 0x3f);
    }

    /** Writes a name in wire form as its presentation form, escaped once more for JSON. */
    static int writeName(byte[] wire, byte[] into, int at) {
        int next = at;
        if (wire.length == 1) {
            into[next++] = '.';
            return next;
        }
        for (int label = 0; wire[label] != 0; label += wire[label] + 1) {
            if (label > 0) {
                into[next++] = '.';
            }
            int end = label + wire[label];
            for (int i = label + 1; i <= end; i++) {
                byte octet = wire[i];
                if (octet >= 0 && PLAIN_IN_NAMES[octet]) {
                    into[next++] = octet;
                } else {
                    next = oddInLabel(octet & 0xff, into, next);
                }
            }
        }
        return next;
    }

    private static int oddInLabel(int octet, byte[] into, int at) {
        if (octet == ' ') {
            return byNumber(octet, into, at);
        }
        if (octet == '"' || octet == '\\') {
            return behindBackslash(octet, into, at);
        }
        if (".;()@$".indexOf(octet) < 0) {
            return writeOctet(octet, into, at);
        }
        into[at] = '\\';
        into[at + 1] = '\\';
        into[at + 2] = (byte) octet;
        return at + 3;
    }

    /** Writes one octet of unknown meaning; at most five octets. */
    static int writeOctet(int octet, byte[] into, int at) {
        if (octet < ' ' || octet >= 0x7f) {
            return byNumber(octet, into, at);
        }
        if (octet == '"') {
            into[at] = '\\';
            into[at + 1] = '"';
            return at + 2;
        }
        if (octet == '\\') {
            return behindBackslash(octet, into, at);
        }
        into[at] = (byte) octet;
        return at + 1;
    }

    /** Writes octets in lower-case hexadecimal digits. */
    static int writeHex(byte[] opaque, byte[] into, int at) {
        int next = at;
        for (byte octet : opaque) {
            into[next++] = (byte) HEX.charAt(octet >> 4 & 0xf);
            into[next++] = (byte) HEX.charAt(octet & 0xf);
        }
        return next;
    }

    /** {@code \DDD}, its backslash doubled for JSON. */
    private static int byNumber(int octet, byte[] into, int at) {
        into[at] = '\\';
        into[at + 1] = '\\';
        return DecimalDigits.triple(octet, into, at + 2);
    }

    /** A backslash and the octet, both escaped for JSON. */
    private static int behindBackslash(int octet, byte[] into, int at) {
        into[at] = '\\';
        into[at + 1] = '\\';
        into[at + 2] = '\\';
        into[at + 3] = (byte) octet;
        return at + 4;
    }
}
