package org.zonedrift.exchange;

import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.zonedrift.zone.ServerAddress;

/**
 * The destinations that one lane asked a moment ago, found again without the table of all lanes,
 * which keeps account of every use. Confined to its lane.
 */
final class FamiliarDestinations {

    /** A few hundred addresses serve most zones. A power of two. */
    private static final int PLACES = 1 << 12;

    /** Short, so that the table hears which destinations are in use, and keeps them. */
    private static final long KEPT_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Limits limits;
    private final @Nullable ServerAddress[] servers = new ServerAddress[PLACES];
    private final @Nullable Destination[] destinations = new Destination[PLACES];
    private final long[] until = new long[PLACES];

    FamiliarDestinations(Limits limits) {
        this.limits = limits;
    }

    Destination of(ServerAddress server, long now) {
        int hash = server.hashCode();
        int place = (hash ^ hash >>> 16) & PLACES - 1;
        Destination known = destinations[place];
        if (known != null && now < until[place] && server.equals(servers[place])) {
            return known;
        }
        Destination found = limits.destination(server);
        servers[place] = server;
        destinations[place] = found;
        until[place] = now + KEPT_NANOS;
        return found;
    }
}
