package org.zonedrift.delegation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zonedrift.zone.Delegation;
import org.zonedrift.zone.DomainName;
import org.zonedrift.zone.NameServer;
import org.zonedrift.zone.NameServer.Listed;

/**
 * The servers of a zone whose parent told enough of each, or that other zones had a moment ago: then
 * there is nothing to look up, as with most zones of a zone file. Confined to a lane.
 */
final class ServersAtHand {

    private static final Comparator<NameServer> BY_HOST = Comparator.comparing(NameServer::host);

    private final FamiliarServers familiar;
    private final GluedServers glued;

    ServersAtHand(FamiliarServers familiar, GluedServers glued) {
        this.familiar = familiar;
        this.glued = glued;
    }

    /** All of these, which the zone's parent names; null where one of them must be looked up. */
    @Nullable
    List<NameServer> find(Collection<DomainName> hosts, Delegation told, long now) {
        if (!(hosts instanceof Set) || hosts.size() > ZoneHosts.HOSTS_MAX) {
            return null;
        }
        List<NameServer> servers = new ArrayList<>(hosts.size());
        for (DomainName host : hosts) {
            NameServer server = find(host, told, now);
            if (server == null) {
                return null;
            }
            servers.add(server);
        }
        servers.sort(BY_HOST);
        return List.copyOf(servers);
    }

    private @Nullable NameServer find(DomainName host, Delegation told, long now) {
        if (!told.glue().isEmpty()) {
            return glued.of(host, Listed.PARENT, told.glue());
        }
        return host.isAtOrBelow(told.zone()) ? null : familiar.find(host, Listed.PARENT, now);
    }
}
