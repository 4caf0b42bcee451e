package org.zonedrift.zone;

import java.util.Arrays;
import java.util.Optional;

/** IP addresses as text: any form is read, the one form of RFC 5952 is written. */
public final class AddressText {

    private static final int GROUPS = 8;
    private static final byte[] NO_ADDRESS = new byte[0];

    private AddressText() {}

    /** Dotted quad, or RFC 5952. */
    public static String write(byte[] octets) {
        if (octets.length == 4) {
            return (octets[0] & 0xff) + "." + (octets[1] & 0xff) + "." + (octets[2] & 0xff) + "." + (octets[3] & 0xff);
        }
        return writeIpv6(octets);
    }

    private static String writeIpv6(byte[] octets) {
        int[] zeros = longestZeroRun(octets);
        StringBuilder text = new StringBuilder(39);
        for (int i = 0; i < GROUPS; i++) {
            if (zeros[1] > 1 && i == zeros[0]) {
                text.append("::");
                i += zeros[1] - 1;
                continue;
            }
            if (text.length() > 0 && text.charAt(text.length() - 1) != ':') {
                text.append(':');
            }
            text.append(Integer.toHexString(group(octets, i)));
        }
        return text.toString();
    }

    /** Where the first longest run of zero groups begins, and its length. */
    private static int[] longestZeroRun(byte[] octets) {
        int bestStart = 0;
        int bestLength = 0;
        int length = 0;
        for (int i = 0; i < GROUPS; i++) {
            length = group(octets, i) == 0 ? length + 1 : 0;
            if (length > bestLength) {
                bestLength = length;
                bestStart = i - length + 1;
            }
        }
        return new int[] {bestStart, bestLength};
    }

    /** The 4 or 16 octets that the text stands for; empty if it is no IP address. */
    public static Optional<byte[]> parse(String text) {
        byte[] octets = text.indexOf(':') < 0 ? parseIpv4(text) : parseIpv6(text);
        return octets.length == 0 ? Optional.empty() : Optional.of(octets);
    }

    private static byte[] parseIpv4(String text) {
        String[] parts = text.split("\\.", -1);
        byte[] octets = new byte[4];
        if (parts.length != octets.length) {
            return NO_ADDRESS;
        }
        for (int i = 0; i < octets.length; i++) {
            int octet = number(parts[i], 10, 3);
            if (octet < 0 || octet > 0xff) {
                return NO_ADDRESS;
            }
            octets[i] = (byte) octet;
        }
        return octets;
    }

    private static byte[] parseIpv6(String text) {
        int gap = text.indexOf("::");
        if (gap < 0) {
            byte[] whole = parseGroups(text);
            return whole.length == 16 ? whole : NO_ADDRESS;
        }
        String after = text.substring(gap + 2);
        byte[] head = text.lastIndexOf('.', gap) < 0 ? parseGroups(text.substring(0, gap)) : NO_ADDRESS;
        byte[] tail = parseGroups(after);
        boolean unreadable = head.length == 0 && gap > 0 || tail.length == 0 && !after.isEmpty();
        if (unreadable || head.length + tail.length > 14) {
            return NO_ADDRESS;
        }
        byte[] octets = Arrays.copyOf(head, 16);
        System.arraycopy(tail, 0, octets, 16 - tail.length, tail.length);
        return octets;
    }

    /** The octets of groups without a gap, the last one possibly a dotted quad. */
    private static byte[] parseGroups(String text) {
        String[] parts = text.split(":", -1);
        byte[] octets = new byte[16];
        int end = 0;
        for (int i = 0; i < parts.length; i++) {
            boolean quad = i == parts.length - 1 && parts[i].indexOf('.') > 0;
            byte[] group = quad ? parseIpv4(parts[i]) : parseGroup(parts[i]);
            if (group.length == 0 || end + group.length > octets.length) {
                return NO_ADDRESS;
            }
            System.arraycopy(group, 0, octets, end, group.length);
            end += group.length;
        }
        return Arrays.copyOf(octets, end);
    }

    private static byte[] parseGroup(String text) {
        int group = number(text, 16, 4);
        return group < 0 ? NO_ADDRESS : new byte[] {(byte) (group >> 8), (byte) group};
    }

    /** The number that ASCII digits stand for, or -1. */
    private static int number(String text, int radix, int maxDigits) {
        if (text.isEmpty() || text.length() > maxDigits) {
            return -1;
        }
        int value = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int digit = c < 0x80 ? Character.digit(c, radix) : -1;
            if (digit < 0) {
                return -1;
            }
            value = value * radix + digit;
        }
        return value;
    }

    private static int group(byte[] octets, int index) {
        return (octets[2 * index] & 0xff) << 8 | (octets[2 * index + 1] & 0xff);
    }
}
