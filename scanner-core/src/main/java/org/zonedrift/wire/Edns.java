package org.zonedrift.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a reply's OPT record says (RFC 6891).
 *
 * @param nsid the server instance's identity (RFC 5001), or null
 * @param zoneVersion the SOA serial of the ZONEVERSION option (RFC 9660) with its label count, or
 *     null
 * @param expireSeconds the EXPIRE option (RFC 7314), or -1
 * @param extendedErrors the info codes of EDE options (RFC 8914)
 */
public record Edns(
        int udpSize,
        int version,
        int extendedRcode,
        byte @Nullable [] nsid,
        @Nullable ZoneVersion zoneVersion,
        long expireSeconds,
        List<Integer> extendedErrors) {

    /** A ZONEVERSION of type SOA-SERIAL. */
    public record ZoneVersion(int labelCount, long serial) {}
}
