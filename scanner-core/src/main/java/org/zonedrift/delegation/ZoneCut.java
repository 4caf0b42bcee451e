package org.zonedrift.delegation;

import java.util.ArrayList;
import java.util.List;
import org.zonedrift.zone.DomainName;
import org.zonedrift.zone.ServerAddress;

/**
 * A delegated zone on the way to other names: who serves it, and until when we believe that.
 *
 * @param hosts its name servers, in canonical order, as many as we consider
 * @param addresses where they listen, as far as known; only addresses that may be asked
 * @param expiresAt nanoseconds since 1970
 */
record ZoneCut(DomainName zone, List<DomainName> hosts, List<ServerAddress> addresses, long expiresAt) {

    /** More name servers than this are not considered, however many a hostile zone lists. */
    static final int HOSTS_MAX = 20;

    ZoneCut {
        hosts = hosts.size() > HOSTS_MAX ? List.copyOf(hosts.subList(0, HOSTS_MAX)) : List.copyOf(hosts);
        addresses = List.copyOf(addresses);
    }

    /** The same cut, with more of its servers' addresses known. */
    ZoneCut with(List<ServerAddress> more) {
        List<ServerAddress> all = new ArrayList<>(addresses);
        for (ServerAddress address : more) {
            if (!all.contains(address)) {
                all.add(address);
            }
        }
        return new ZoneCut(zone, hosts, all, expiresAt);
    }
}
