package org.zonedrift.delegation;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zonedrift.zone.Delegation;
import org.zonedrift.zone.Delegation.Glue;
import org.zonedrift.zone.DomainName;
import org.zonedrift.zone.NameServer;
import org.zonedrift.zone.Roster;

/**
 * The servers of whole sets of names, as zones had them lately: the same roster for all zones that are
 * delegated alike, found by one look-up for the zone instead of one for each host. Who reads a zone
 * file makes the set of names and the glue once for all of these zones, so that they are compared by
 * what they are, hardly ever by what is in them. Confined to a lane.
 */
final class ServerSets {

    /** Some 100 octets each, beside their servers. A power of two. */
    private static final int SLOTS = 1 << 14;

    /** A set with its glue, and its servers until they must be looked up again. */
    private record Known(Set<DomainName> hosts, List<Glue> glue, Roster servers, long until) {

        boolean isWhatIsSaid(Set<DomainName> names, List<Glue> told) {
            return hosts.equals(names) && glue.equals(told);
        }
    }

    private final @Nullable Known[] slots = new Known[SLOTS];

    /** The servers of these names, where the zone's glue is the same and as long as they may be believed. */
    @Nullable
    Roster find(Set<DomainName> hosts, Delegation told, long now) {
        Known known = slots[slot(hosts)];
        return known != null
                        && now < known.until
                        && known.isWhatIsSaid(hosts, told.glue())
                        && (!told.glue().isEmpty() || isForeign(known.servers, told.zone()))
                ? known.servers
                : null;
    }

    void keep(Set<DomainName> hosts, Delegation told, Roster servers, long until) {
        if (isForeign(servers, told.zone())) {
            slots[slot(hosts)] = new Known(Set.copyOf(hosts), told.glue(), servers, until);
        }
    }

    /** A zone that has one of the hosts below it has the set to itself, and its glue is due. */
    private static boolean isForeign(Roster servers, DomainName zone) {
        for (NameServer server : servers.servers()) {
            if (server.host().isAtOrBelow(zone)) {
                return false;
            }
        }
        return true;
    }

    private static int slot(Set<DomainName> hosts) {
        int hash = hosts.hashCode();
        return (hash ^ hash >>> 16) & SLOTS - 1;
    }
}
