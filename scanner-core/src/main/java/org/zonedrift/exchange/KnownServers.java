package org.zonedrift.exchange;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.zonedrift.zone.ServerAddress;

/**
 * What one lane knows of the servers that it asked a moment ago, all in one place: found again without
 * the tables that keep account of every use. Confined to its lane.
 */
public final class KnownServers {

    /** A few hundred addresses serve most zones. A power of two. */
    private static final int PLACES = 1 << 12;

    /**
     * The tables must hear which servers are in use, long before they have met so many others that
     * they let go of one; of most servers a zone is seen every few seconds.
     */
    private static final long KEPT_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final Limits limits;
    private final ResponseTimes times = new ResponseTimes();
    private final @Nullable Known[] places = new Known[PLACES];
    private long latest;

    /** All that a question passes on its way look for the same server, one after the other. */
    private @Nullable ServerAddress lastSought;

    private @Nullable Known last;

    /** The servers of one more lane. */
    public KnownServers(Limits limits) {
        this.limits = limits;
    }

    /** One server: what all lanes know of it, and how fast it answers this one. */
    record Known(ServerAddress server, Destination destination, ResponseTimes.Estimate estimate, long until) {}

    Limits limits() {
        return limits;
    }

    /** The same as at the latest instant that anybody told: for those who would read the clock only for this. */
    Known of(ServerAddress server) {
        return of(server, latest);
    }

    /** What is known of a server that is about to be asked; from now on it is known. */
    Known of(ServerAddress server, long now) {
        latest = now;
        Known known = kept(server, now);
        if (known != null) {
            return known;
        }
        Known found = new Known(server, limits.destination(server), times.of(server), now + KEPT_NANOS);
        places[placeOf(server)] = found;
        lastSought = server;
        last = found;
        return found;
    }

    private @Nullable Known kept(ServerAddress server, long now) {
        Known before = last;
        if (before != null && server == lastSought && now < before.until) {
            return before;
        }
        Known known = places[placeOf(server)];
        if (known == null || now >= known.until || !server.equals(known.server)) {
            return null;
        }
        lastSought = server;
        last = known;
        return known;
    }

    /** What is known of the address, by whichever lane; null where nobody asked it yet. */
    private @Nullable Destination find(ServerAddress server, long now) {
        Known known = kept(server, now);
        return known == null ? limits.destinationInUse(server) : known.destination;
    }

    private static int placeOf(ServerAddress server) {
        int hash = server.hashCode();
        return (hash ^ hash >>> 16) & PLACES - 1;
    }

    /** How long one more question to this address would wait for the address's own limit. */
    public long expectedWait(ServerAddress server, Lane lane) {
        Destination known = find(server, latest);
        DepartureTimes own = known == null ? null : known.times();
        return own == null ? 0 : own.expectedWait(lane.now());
    }

    /** What questions to all these servers wait for at present. */
    public Bottleneck bottleneck(List<ServerAddress> servers, long now) {
        if (limits.areForResolversAlone()) {
            return Bottleneck.NONE;
        }
        Narrowest narrowest = new Narrowest(now);
        for (ServerAddress server : servers) {
            Destination known = find(server, now);
            narrowest.meet(known == null ? null : known.times());
            narrowest.meet(limits.sharedInUse(server, known, now));
        }
        return narrowest.bottleneck();
    }
}
