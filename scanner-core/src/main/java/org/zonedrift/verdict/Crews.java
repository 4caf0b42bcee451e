package org.zonedrift.verdict;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zonedrift.operator.Operators;
import org.zonedrift.zone.DomainName;
import org.zonedrift.zone.NameServer;

/**
 * The crews of late: a list of servers is the same object for all zones that have the same, so that who runs them is
 * found once for the list. A crew can be anyone's that lies apart from the zones it serves.
 */
final class Crews {

    /** Some 400 octets each, beside the servers. A power of two. */
    private static final int REMEMBERED = 1 << 14;

    /**
     * A crew and the domains that its hosts were registered under.
     *
     * @param crew null where something is the matter with the servers
     */
    private record Known(
            List<NameServer> servers,
            List<DomainName> domains,
            @Nullable Crew crew) {

        /** Whether their names say the same for this zone as for any other. */
        boolean liesApartFrom(DomainName zone) {
            for (int i = 0; i < domains.size(); i++) {
                DomainName domain = domains.get(i);
                if (zone.isAtOrBelow(domain) || domain.isAtOrBelow(zone)) {
                    return false;
                }
            }
            return true;
        }
    }

    private final Operators directory;
    private final @Nullable Known[] remembered = new Known[REMEMBERED];

    Crews(Operators directory) {
        this.directory = directory;
    }

    /** The crew of this zone, or null where something is the matter with its servers. */
    @Nullable
    Crew of(List<NameServer> servers, DomainName zone) {
        if (servers.isEmpty()) {
            return null;
        }
        int place = placeOf(servers);
        Known known = remembered[place];
        if (known != null && known.servers == servers && known.liesApartFrom(zone)) {
            return known.crew;
        }
        Crew fresh = Crew.of(servers, zone, directory);
        if (!isAnyOf(zone, servers)) {
            remember(place, new Known(servers, domainsOf(servers), fresh), zone);
        }
        return fresh;
    }

    private void remember(int place, Known fresh, DomainName zone) {
        if (fresh.liesApartFrom(zone)) {
            remembered[place] = fresh;
        }
    }

    /** Whether one of them has a name of the zone: then no other zone has them all. */
    private static boolean isAnyOf(DomainName zone, List<NameServer> servers) {
        for (int i = 0; i < servers.size(); i++) {
            if (servers.get(i).host().isAtOrBelow(zone)) {
                return true;
            }
        }
        return false;
    }

    private List<DomainName> domainsOf(List<NameServer> servers) {
        List<DomainName> domains = new ArrayList<>(1);
        for (NameServer ns : servers) {
            DomainName domain = directory.registeredAbove(ns.host());
            if (!domains.contains(domain)) {
                domains.add(domain);
            }
        }
        return domains;
    }

    private static int placeOf(List<NameServer> servers) {
        int hash = 31 * servers.get(0).host().hashCode()
                + servers.get(servers.size() - 1).host().hashCode();
        return (hash ^ hash >>> 16) & REMEMBERED - 1;
    }
}
