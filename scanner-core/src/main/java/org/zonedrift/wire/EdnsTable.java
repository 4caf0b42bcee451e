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

    Edns of(int udpSize, int version, int extendedRcode, byte @Nullable [] nsid) {
        int hash = (31 * udpSize + version) * 31 + extendedRcode + Arrays.hashCode(nsid);
        int place = (hash ^ hash >>> 16) & PLACES - 1;
        Edns there = known[place];
        if (there != null
                && there.udpSize() == udpSize
                && there.version() == version
                && there.extendedRcode() == extendedRcode
                && Arrays.equals(there.nsid(), nsid)) {
            return there;
        }
        Edns fresh = new Edns(udpSize, version, extendedRcode, nsid, null, -1, List.of());
        known[place] = fresh;
        return fresh;
    }
}
