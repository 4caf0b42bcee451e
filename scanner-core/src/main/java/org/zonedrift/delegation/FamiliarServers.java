package org.zonedrift.delegation;

import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.zonedrift.zone.DomainName;
import org.zonedrift.zone.NameServer;

/**
 * The name servers that zones had lately, ready to be had again, those too that are nowhere: a few
 * hundred hosts serve most zones, and to read one out of the {@link HostTable} takes fifty times as
 * long. Confined to a lane.
 */
final class FamiliarServers {

    /** Some 300 octets each. A power of two. */
    private static final int SLOTS = 1 << 12;

    /** Short, so that the table hears of it which hosts are in use, and keeps them. */
    private static final long KEPT_SECONDS = 30;

    /** A server, and until when it may be had again. */
    record Familiar(NameServer server, long until) {}

    private final @Nullable Familiar[] slots = new Familiar[SLOTS];

    @Nullable
    Familiar find(DomainName host, NameServer.Listed side, long now) {
        Familiar known = slots[slot(host)];
        return known != null
                        && now < known.until
                        && known.server.listed() == side
                        && known.server.host().equals(host)
                ? known
                : null;
    }

    void keep(NameServer server, long now, long ttlSeconds) {
        long kept = TimeUnit.SECONDS.toNanos(Math.min(KEPT_SECONDS, ttlSeconds));
        slots[slot(server.host())] = new Familiar(server, now + kept);
    }

    private static int slot(DomainName host) {
        int hash = host.hashCode();
        return (hash ^ hash >>> 16) & SLOTS - 1;
    }
}
