package org.zonedrift.sim.world;

import java.nio.ByteBuffer;
import org.zonedrift.zone.AddressFamily;

/**
 * Where a server of the world listens, packed into a {@code long}: an IPv4 address in 127/8 in the
 * lower half, and a bit that says whether its IPv6 twin is meant.
 */
public final class Place {

    /** The prefix of the IPv6 twins: unique local addresses, followed by the IPv4 address. */
    private static final long TWIN_PREFIX = 0xfd53_0000_0000_0000L;

    private static final long TWIN = 1L << 32;

    private Place() {}

    /** The IPv4 address with these octets. */
    public static long of(int first, int second, int third, int fourth) {
        return (first << 24 | second << 16 | third << 8 | fourth) & 0xffffffffL;
    }

    /** The IPv6 address of the same server. */
    public static long twin(long place) {
        return place | TWIN;
    }

    /** The IPv4 address of the same server. */
    public static long base(long place) {
        return place & ~TWIN;
    }

    public static AddressFamily family(long place) {
        return (place & TWIN) == 0 ? AddressFamily.IPV4 : AddressFamily.IPV6;
    }

    /** 4 or 16 octets. */
    public static byte[] octets(long place) {
        return (place & TWIN) == 0
                ? ByteBuffer.allocate(4).putInt((int) place).array()
                : ByteBuffer.allocate(16)
                        .putLong(TWIN_PREFIX)
                        .putLong(place & 0xffffffffL)
                        .array();
    }

    /** The place with this address, whether or not a server listens there. */
    public static long at(byte[] octets) {
        if (octets.length == 4) {
            return ByteBuffer.wrap(octets).getInt() & 0xffffffffL;
        }
        return twin(ByteBuffer.wrap(octets).getInt(12) & 0xffffffffL);
    }
}
