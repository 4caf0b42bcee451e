package org.zonedrift.input;

import java.nio.charset.StandardCharsets;
import org.zonedrift.zone.AddressText;

/** The address of an A or AAAA record, read from the octets of a line without making a string of them. */
final class WrittenAddress {

    private static final int GROUPS = 8;
    private static final int GROUP_DIGITS = 4;

    private final byte[] text;
    private final int to;
    private int at;

    private WrittenAddress(byte[] text, int from, int to) {
        this.text = text;
        this.at = from;
        this.to = to;
    }

    /** Reads a dotted quad into four octets; false if it is none. */
    static boolean readIpv4(byte[] text, int from, int to, byte[] octets) {
        int part = 0;
        int value = -1;
        for (int at = from; at <= to; at++) {
            int c = at == to ? '.' : text[at];
            if (c >= '0' && c <= '9') {
                value = Math.max(value, 0) * 10 + c - '0';
            } else if (c == '.' && value >= 0 && part < octets.length) {
                octets[part++] = (byte) value;
                value = -1;
            } else {
                return false;
            }
            if (value > 0xff) {
                return false;
            }
        }
        return part == octets.length;
    }

    /** Reads an IPv6 address into sixteen octets; false if it is none. */
    static boolean readIpv6(byte[] text, int from, int to, byte[] octets) {
        if (new WrittenAddress(text, from, to).readGroups(octets)) {
            return true;
        }
        // One with a dotted quad at its end, or none at all.
        byte[] slowly = AddressText.parse(new String(text, from, to - from, StandardCharsets.ISO_8859_1))
                .orElse(octets);
        System.arraycopy(slowly, 0, octets, 0, Math.min(slowly.length, octets.length));
        return slowly != octets && slowly.length == octets.length;
    }

    /** Groups of hexadecimal digits, with one gap at most. */
    private boolean readGroups(byte[] octets) {
        int groups = 0;
        int gap = -1;
        if (isAtGap()) {
            gap = 0;
            at += 2;
        }
        while (at < to) {
            int group = readGroup();
            if (group < 0 || groups == GROUPS) {
                return false;
            }
            octets[2 * groups] = (byte) (group >> 8);
            octets[2 * groups++ + 1] = (byte) group;
            if (isAtGap() && gap < 0) {
                gap = groups;
                at += 2;
            } else if (at < to && (text[at++] != ':' || at == to)) {
                return false;
            }
        }
        return gap < 0 ? groups == GROUPS : groups < GROUPS && widen(octets, gap, groups);
    }

    private boolean isAtGap() {
        return at + 1 < to && text[at] == ':' && text[at + 1] == ':';
    }

    private int readGroup() {
        int value = 0;
        int begin = at;
        for (; at < to && text[at] != ':'; at++) {
            int digit = text[at] < 0 ? -1 : Character.digit(text[at], 16);
            if (digit < 0 || at - begin == GROUP_DIGITS) {
                return -1;
            }
            value = value << 4 | digit;
        }
        return at == begin ? -1 : value;
    }

    /** Puts the zeros where the gap was; always true. */
    private static boolean widen(byte[] octets, int gap, int groups) {
        int missing = GROUPS - groups;
        for (int i = 2 * groups - 1; i >= 2 * gap; i--) {
            octets[i + 2 * missing] = octets[i];
        }
        for (int i = 2 * gap; i < 2 * (gap + missing); i++) {
            octets[i] = 0;
        }
        return true;
    }
}
