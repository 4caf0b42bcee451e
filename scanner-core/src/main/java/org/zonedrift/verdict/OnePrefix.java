package org.zonedrift.verdict;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.zonedrift.zone.ServerAddress;

/** Whether some addresses lie together: those of IPv4 in one /24, those of IPv6 in one /48. */
final class OnePrefix {

    private static final int OCTETS_IPV4 = 3;
    private static final int OCTETS_IPV6 = 6;

    private byte @Nullable [] firstIpv4;
    private byte @Nullable [] firstIpv6;
    private boolean isLeft;

    void add(ServerAddress address) {
        byte[] octets = address.octets();
        if (octets.length == 4) {
            firstIpv4 = firstIpv4 == null ? octets : firstIpv4;
            isLeft |= !startAlike(firstIpv4, octets, OCTETS_IPV4);
        } else {
            firstIpv6 = firstIpv6 == null ? octets : firstIpv6;
            isLeft |= !startAlike(firstIpv6, octets, OCTETS_IPV6);
        }
    }

    private static boolean startAlike(byte[] one, byte[] other, int octets) {
        return Arrays.equals(one, 0, octets, other, 0, octets);
    }

    boolean holdsAll() {
        return !isLeft && (firstIpv4 != null || firstIpv6 != null);
    }
}
