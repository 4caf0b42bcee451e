package org.zonedrift.delegation;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zonedrift.delegation.FamiliarServers.Familiar;
import org.zonedrift.zone.Delegation;
import org.zonedrift.zone.DomainName;
import org.zonedrift.zone.NameServer;
import org.zonedrift.zone.NameServer.Listed;
import org.zonedrift.zone.Roster;

/**
 * The servers of a zone whose parent told enough of each, or that other zones had a moment ago: then
 * there is nothing to look up, as with most zones of a zone file. Confined to a lane.
 */
final class ServersAtHand {

    private static final Comparator<NameServer> BY_HOST = Comparator.comparing(NameServer::host);

    private final FamiliarServers familiar;
    private final GluedServers glued;
    private final Grouping grouping;
    private final ServerSets sets = new ServerSets();

    ServersAtHand(FamiliarServers familiar, GluedServers glued, Grouping grouping) {
        this.familiar = familiar;
        this.glued = glued;
        this.grouping = grouping;
    }

    /** All of these, which the zone's parent names; null where one of them must be looked up. */
    @Nullable
    Roster find(Collection<DomainName> hosts, Delegation told, long now) {
        if (hosts.size() > ZoneHosts.HOSTS_MAX || !(hosts instanceof Set<DomainName> names)) {
            return null;
        }
        Roster known = sets.find(names, told, now);
        return known != null ? known : told.glue().isEmpty() ? familiar(names, told, now) : glued(names, told);
    }

    private @Nullable Roster glued(Set<DomainName> hosts, Delegation told) {
        NameServer[] servers = new NameServer[hosts.size()];
        int found = 0;
        for (DomainName host : hosts) {
            NameServer server = glued.of(host, Listed.PARENT, told);
            if (server == null) {
                return null;
            }
            servers[found++] = server;
        }
        return kept(servers, hosts, told, Long.MAX_VALUE);
    }

    private @Nullable Roster familiar(Set<DomainName> hosts, Delegation told, long now) {
        NameServer[] servers = new NameServer[hosts.size()];
        int found = 0;
        long until = Long.MAX_VALUE;
        for (DomainName host : hosts) {
            Familiar server = host.isAtOrBelow(told.zone()) ? null : familiar.find(host, Listed.PARENT, now);
            if (server == null || mayBeOneTooMany(server.server(), servers.length)) {
                return null;
            }
            servers[found++] = server.server();
            until = Math.min(until, server.until());
        }
        return kept(servers, hosts, told, until);
    }

    /** Where many are nowhere, those behind them are not even tried: whose turn it is must be seen. */
    private static boolean mayBeOneTooMany(NameServer server, int hosts) {
        return hosts > ZoneHosts.FAILURES_MAX && server.addresses().isEmpty();
    }

    private Roster kept(NameServer[] found, Set<DomainName> hosts, Delegation told, long until) {
        Arrays.sort(found, BY_HOST);
        Roster servers = grouping.on(List.of(found), told.zone());
        sets.keep(hosts, told, servers, until);
        return servers;
    }
}
