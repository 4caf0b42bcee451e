package org.zonedrift;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zonedrift.probe.ChildNs;
import org.zonedrift.zone.NameServer;
import org.zonedrift.zone.ServerAddress;

/**
 * How closely each zone is looked at.
 *
 * @param childNs of whom the zone's own NS set is asked, where it does not come for free
 * @param primaries whether servers named in SOA MNAME fields are asked too
 * @param rechecks when a mismatch is looked at again, counted from the first look
 * @param data what is compared besides the SOA record
 * @param besides whom the user wants to be compared too
 */
public record LookPlan(
        ChildNs childNs, Primaries primaries, List<Duration> rechecks, ComparedData data, Besides besides) {

    /** Whether the servers that SOA records call primary are asked. */
    public enum Primaries {
        LEFT_ALONE,
        ASKED
    }

    /**
     * Record sets at the apex that must be the same everywhere.
     *
     * @param types their types' numbers; none to leave the data alone
     */
    public record ComparedData(List<Integer> types, Occasion occasion) {

        public static final ComparedData NONE = new ComparedData(List.of(), Occasion.MISMATCHES);

        public ComparedData {
            types = List.copyOf(types);
        }
    }

    /** When data are compared. */
    public enum Occasion {
        /** Where serials differ, to see whether the data do. */
        MISMATCHES,
        ALWAYS
    }

    /**
     * Servers that the user names, beside those of the delegation.
     *
     * @param servers compared like the zone's own; those without an address are looked up
     * @param reference the address against which the others are measured, or null
     */
    public record Besides(
            List<NameServer> servers, @Nullable ServerAddress reference) {

        public static final Besides NOBODY = new Besides(List.of(), null);

        public Besides {
            servers = List.copyOf(servers);
        }
    }

    /** One server's NS set, the primary, and a second look after 15 seconds. */
    public static final LookPlan DEFAULT = new LookPlan(
            ChildNs.ONE, Primaries.ASKED, List.of(Duration.ofSeconds(15)), ComparedData.NONE, Besides.NOBODY);

    public LookPlan {
        rechecks = List.copyOf(rechecks);
    }
}
