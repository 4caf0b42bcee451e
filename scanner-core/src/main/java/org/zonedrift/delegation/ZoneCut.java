package org.zonedrift.delegation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.zonedrift.zone.Delegation.Glue;
import org.zonedrift.zone.DomainName;
import org.zonedrift.zone.ServerAddress;

/**
 * A delegated zone on the way to other names: who serves it, and until when we believe that.
 *
 * @param hosts its name servers, in canonical order, as many as we consider
 * @param unlocated those of the hosts that came without an address
 * @param addresses where they listen, as far as known; only addresses that may be asked
 * @param expiresAt nanoseconds since 1970
 */
record ZoneCut(
        DomainName zone,
        List<DomainName> hosts,
        List<DomainName> unlocated,
        List<ServerAddress> addresses,
        long expiresAt) {

    /** More name servers than this are not considered, however many a hostile zone lists. */
    static final int HOSTS_MAX = 20;

    ZoneCut {
        hosts = List.copyOf(hosts);
        unlocated = List.copyOf(unlocated);
        addresses = List.copyOf(addresses);
    }

    ZoneCut(
            DomainName zone,
            Collection<DomainName> hosts,
            List<Glue> glue,
            List<ServerAddress> addresses,
            long expiresAt) {
        this(zone, considered(hosts), without(considered(hosts), glue), addresses, expiresAt);
    }

    private static List<DomainName> considered(Collection<DomainName> hosts) {
        return hosts.stream().sorted().limit(HOSTS_MAX).toList();
    }

    private static List<DomainName> without(List<DomainName> hosts, List<Glue> glue) {
        var located = glue.stream().map(Glue::host).collect(Collectors.toSet());
        return hosts.stream().filter(host -> !located.contains(host)).toList();
    }

    /** The same servers, serving another zone as well. */
    ZoneCut alsoServing(DomainName other, long until) {
        return new ZoneCut(other, hosts, unlocated, addresses, until);
    }

    /** The same cut, with more of its servers' addresses known. */
    ZoneCut with(List<ServerAddress> more) {
        List<ServerAddress> all = new ArrayList<>(addresses);
        for (ServerAddress address : more) {
            if (!all.contains(address)) {
                all.add(address);
            }
        }
        return new ZoneCut(zone, hosts, unlocated, all, expiresAt);
    }

    /** The same cut, of which only these addresses are asked. */
    ZoneCut at(List<ServerAddress> only) {
        return new ZoneCut(zone, hosts, unlocated, only, expiresAt);
    }
}
