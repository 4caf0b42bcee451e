package org.zonedrift.exchange;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One datagram that must wait on its way through the {@link Turnstile}; used again for another one later. */
final class Passage {

    private static final Runnable NOTHING = () -> {};

    final Stop own = new Stop();
    final Stop shared = new Stop();
    final Stop total = new Stop();

    /** In the order in which they are met. */
    final List<Stop> stops = List.of(own, shared, total);

    Runnable send = NOTHING;

    /** The next one in the pool. */
    private @Nullable Passage next;

    /** A limit that is to be passed. */
    static final class Stop {

        @Nullable
        DepartureTimes limit;

        /** Whether a turn was promised, which is kept when it cannot be used at once. */
        boolean promised;

        /** Whether the others wait behind it. */
        boolean held;

        /** How long this passage must wait here. */
        long wait(DepartureTimes times, long now) {
            return promised ? times.untilOpen(now) : times.untilFree(now);
        }
    }

    Passage begin(Runnable sending) {
        send = sending;
        return this;
    }

    /** The others at this limit wait behind it from now on. */
    void hold(DepartureTimes limit) {
        for (Stop stop : stops) {
            stop.held |= stop.limit == limit;
        }
    }

    /** Is counted among those who wait; not for the whole scan, for which everybody waits. */
    void queue() {
        if (own.limit != null) {
            own.limit.line().queue();
        }
        if (shared.limit != null) {
            shared.limit.line().queue();
        }
    }

    void unqueue() {
        if (own.limit != null) {
            own.limit.line().unqueue();
        }
        if (shared.limit != null) {
            shared.limit.line().unqueue();
        }
    }

    /** Forgets everything, and goes back into the pool before this one. */
    Passage end(@Nullable Passage pool) {
        for (Stop stop : stops) {
            stop.limit = null;
            stop.promised = false;
            stop.held = false;
        }
        send = NOTHING;
        next = pool;
        return this;
    }

    @Nullable
    Passage next() {
        return next;
    }
}
