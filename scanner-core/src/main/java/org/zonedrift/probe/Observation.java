package org.zonedrift.probe;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zonedrift.exchange.Course;
import org.zonedrift.wire.Edns;
import org.zonedrift.zone.DomainName;
import org.zonedrift.zone.ServerAddress;
import org.zonedrift.zone.SoaRecord;

/**
 * What one address said about one zone, or why it said nothing. What it did not say is null.
 *
 * @param rcode the response code, or -1 when no reply could be read
 * @param soa the SOA it showed, usable or not
 * @param apexNs the zone's NS set in an authoritative answer of this server
 * @param flags published names of what was odd about this server
 * @param error for people, where the outcome alone does not say enough
 */
public record Observation(
        ServerAddress server,
        Outcome outcome,
        int rcode,
        boolean authoritative,
        boolean recursionAvailable,
        @Nullable SoaRecord soa,
        @Nullable Set<DomainName> apexNs,
        @Nullable Edns edns,
        int size,
        Course course,
        Set<String> flags,
        @Nullable String error) {

    public Observation {
        flags = Set.copyOf(flags);
    }

    /** An address that was deliberately not asked. */
    public static Observation skipped(ServerAddress server, Outcome why) {
        return new Observation(server, why, -1, false, false, null, null, null, 0, Course.UNSENT, Set.of(), null);
    }

    public boolean isUsable() {
        return outcome.isUsable();
    }
}
