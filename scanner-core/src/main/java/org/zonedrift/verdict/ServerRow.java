package org.zonedrift.verdict;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zonedrift.probe.Observation;
import org.zonedrift.zone.DomainName;
import org.zonedrift.zone.NameServer;
import org.zonedrift.zone.ServerAddress;
import org.zonedrift.zone.SoaRecord;

/**
 * One address of one name server: what was seen there, and what it means beside the others.
 *
 * @param source id of its source; null unless usable
 * @param position null where nothing can be compared
 * @param lag signed, positive when behind; {@link #NO_LAG} where there is none
 * @param repetition whether the address stands under an earlier name too
 * @param soa only where it differs from the record's SOA in more than the serial
 * @param nsSet the server's own apex NS set in canonical order, only where it differs from the
 *     zone's
 * @param flags of this server alone, sorted
 */
public record ServerRow(
        NameServer ns,
        NameServer.Located located,
        Observation observation,
        String operator,
        @Nullable String source,
        @Nullable Position position,
        int lag,
        Repetition repetition,
        @Nullable SoaRecord soa,
        @Nullable List<DomainName> nsSet,
        List<String> flags) {

    /** No lag can be given: two serials half the circle apart have this distance. */
    public static final int NO_LAG = Integer.MIN_VALUE;

    /** Whether an address was seen before under another name of the zone. */
    public enum Repetition {
        FIRST,
        SHARED
    }

    public ServerAddress address() {
        return located.address();
    }
}
