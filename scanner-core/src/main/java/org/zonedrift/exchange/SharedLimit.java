package org.zonedrift.exchange;

import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.zonedrift.zone.ServerAddress;

/**
 * The limit that an address shares with others, kept beside it for a moment: to find it again for
 * each datagram would cost more than all the rest of the limits.
 *
 * @param server the address as it was grouped
 * @param times null where it shares none
 */
record SharedLimit(ServerAddress server, @Nullable DepartureTimes times, long since) {

    /** Short enough that a limit in use is never taken for one that nobody uses. */
    private static final long KEPT_NANOS = TimeUnit.SECONDS.toNanos(1);

    boolean isFor(ServerAddress asked, long now) {
        return now - since < KEPT_NANOS && (server == asked || server.isGroupedLike(asked));
    }
}
