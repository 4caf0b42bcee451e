package org.zonedrift.zone;

/** IP addresses in the one text form of RFC 5952. */
public final class AddressText {

    private static final int GROUPS = 8;

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

    private static int group(byte[] octets, int index) {
        return (octets[2 * index] & 0xff) << 8 | octets[2 * index + 1] & 0xff;
    }
}
