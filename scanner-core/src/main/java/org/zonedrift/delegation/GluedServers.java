package org.zonedrift.delegation;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zonedrift.zone.DomainName;
import org.zonedrift.zone.NameServer;
import org.zonedrift.zone.NameServer.AddressSource;
import org.zonedrift.zone.NameServer.Located;
import org.zonedrift.zone.ServerAddress;

/**
 * The name servers that zones had lately with nothing but glue to tell where they listen: one object
 * for all zones whose parent says the same of a host. Confined to a lane.
 */
final class GluedServers {

    /** Some 300 octets each. A power of two. */
    private static final int SLOTS = 1 << 12;

    private record Glued(List<ServerAddress> glue, NameServer server) {}

    private final @Nullable Glued[] slots = new Glued[SLOTS];

    /** The server of this name at these addresses. */
    NameServer of(DomainName host, NameServer.Listed side, List<ServerAddress> glue) {
        int hash = host.hashCode();
        int slot = (hash ^ hash >>> 16) & SLOTS - 1;
        Glued known = slots[slot];
        if (known != null
                && known.server.listed() == side
                && known.server.host().equals(host)
                && known.glue.equals(glue)) {
            return known.server;
        }
        List<Located> addresses = glue.stream()
                .map(address -> new Located(address, AddressSource.GLUE))
                .toList();
        NameServer fresh = new NameServer(host, side, addresses, null, Set.of());
        slots[slot] = new Glued(List.copyOf(glue), fresh);
        return fresh;
    }
}
