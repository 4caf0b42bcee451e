package org.zonedrift.delegation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zonedrift.zone.Delegation;
import org.zonedrift.zone.Delegation.Glue;
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

    /** A server, and its glue as it was told. */
    private record Glued(List<ServerAddress> glue, NameServer server) {

        boolean isWhatIsSaid(DomainName host, NameServer.Listed side, List<Glue> told) {
            return server.listed() == side && server.host().equals(host) && isAllGlueIn(told);
        }

        private boolean isAllGlueIn(List<Glue> told) {
            int found = 0;
            for (int i = 0; i < told.size() && found < Whereabouts.ADDRESSES_MAX; i++) {
                Glue entry = told.get(i);
                if (entry.host().equals(server.host())) {
                    if (found == glue.size() || !glue.get(found).equals(entry.address())) {
                        return false;
                    }
                    found++;
                }
            }
            return found == glue.size();
        }
    }

    private final @Nullable Glued[] slots = new Glued[SLOTS];

    /** The server of this name where the zone's glue says that it listens; null where it does not name it. */
    @Nullable
    NameServer of(DomainName host, NameServer.Listed side, Delegation told) {
        if (host.isAtOrBelow(told.zone())) {
            // No other zone has it: it is not worth the place of one that is remembered.
            return fresh(host, side, glueOf(host, told.glue()));
        }
        int hash = host.hashCode();
        int slot = (hash ^ hash >>> 16) & SLOTS - 1;
        Glued known = slots[slot];
        if (known != null && known.isWhatIsSaid(host, side, told.glue())) {
            return known.server;
        }
        List<ServerAddress> glue = glueOf(host, told.glue());
        NameServer fresh = fresh(host, side, glue);
        if (fresh != null) {
            slots[slot] = new Glued(List.copyOf(glue), fresh);
        }
        return fresh;
    }

    private static @Nullable NameServer fresh(DomainName host, NameServer.Listed side, List<ServerAddress> glue) {
        if (glue.isEmpty()) {
            return null;
        }
        Located[] addresses = new Located[glue.size()];
        for (int i = 0; i < addresses.length; i++) {
            addresses[i] = new Located(glue.get(i), AddressSource.GLUE);
        }
        return new NameServer(host, side, List.of(addresses), null, Set.of());
    }

    /** The addresses that the glue has for this host, as far as they are considered. */
    static List<ServerAddress> glueOf(DomainName host, List<Glue> told) {
        List<ServerAddress> glue = new ArrayList<>();
        for (Glue entry : told) {
            if (entry.host().equals(host) && glue.size() < Whereabouts.ADDRESSES_MAX) {
                glue.add(entry.address());
            }
        }
        return glue;
    }
}
