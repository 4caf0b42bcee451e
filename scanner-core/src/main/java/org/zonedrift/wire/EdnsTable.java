package org.zonedrift.wire;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What servers said in their OPT records of late. A server says the same each time, so that one
 * object does for all its replies. Values that change with the zone are not kept.
 */
final class EdnsTable {

    /** A power of two; each name server instance of the zones in flight takes a place. */
    private static final int PLACES = 1 << 10;

    private final @Nullable Edns[] known = new Edns[PLACES];

    /** The value with the NSID at this stretch of octets, whose start is negative if there is none. */
    Edns of(int udpSize, int rcodeAndVersion, byte[] octets, int nsidFrom, int nsidTo) {
        int hash = (31 * udpSize + rcodeAndVersion) * 31;
        for (int at = nsidFrom; at < nsidTo; at++) {
            hash = hash * 31 + octets[at];
        }
        int place = (hash ^ hash >>> 16) & PLACES - 1;
        Edns there = known[place];
        if (there != null
                && there.udpSize() == udpSize
                && there.version() == (rcodeAndVersion & 0xff)
                && there.extendedRcode() == rcodeAndVersion >>> 8
                && isSame(there.nsid(), octets, nsidFrom, nsidTo)) {
            return there;
        }
        byte[] nsid = nsidFrom < 0 ? null : Arrays.copyOfRange(octets, nsidFrom, nsidTo);
        Edns fresh = new Edns(udpSize, rcodeAndVersion & 0xff, rcodeAndVersion >>> 8, nsid, null, -1, List.of());
        known[place] = fresh;
        return fresh;
    }

    private static boolean isSame(byte @Nullable [] nsid, byte[] octets, int from, int to) {
        return nsid == null ? from < 0 : from >= 0 && Arrays.equals(nsid, 0, nsid.length, octets, from, to);
    }
}
