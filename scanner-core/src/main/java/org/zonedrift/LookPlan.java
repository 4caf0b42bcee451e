package org.zonedrift;

import java.time.Duration;
import java.util.List;
import org.zonedrift.probe.ChildNs;

/**
 * How closely each zone is looked at.
 *
 * @param childNs of whom the zone's own NS set is asked, where it does not come for free
 * @param primaries whether servers named in SOA MNAME fields are asked too
 * @param rechecks when a mismatch is looked at again, counted from the first look
 */
public record LookPlan(ChildNs childNs, Primaries primaries, List<Duration> rechecks) {

    /** Whether the servers that SOA records call primary are asked. */
    public enum Primaries {
        LEFT_ALONE,
        ASKED
    }

    /** One server's NS set, the primary, and a second look after 15 seconds. */
    public static final LookPlan DEFAULT = new LookPlan(ChildNs.ONE, Primaries.ASKED, List.of(Duration.ofSeconds(15)));

    public LookPlan {
        rechecks = List.copyOf(rechecks);
    }
}
