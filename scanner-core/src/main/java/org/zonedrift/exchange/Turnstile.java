package org.zonedrift.exchange;

import org.zonedrift.zone.ServerAddress;

/**
 * Lets each datagram of one lane leave when the limits allow it. The wait is no part of any
 * timeout. Confined to its lane.
 */
public final class Turnstile {

    /**
     * Less than the gap between two datagrams at the full default rate. What leaves so little early
     * moves the next departure none the less, and an alarm for each would break up batches.
     */
    private static final long NOT_WORTH_WAITING_NANOS = 50_000;

    private final Limits limits;
    private final Lane lane;

    public Turnstile(Limits limits, Lane lane) {
        this.limits = limits;
        this.lane = lane;
    }

    /** Runs the send at once, or later on this lane: the narrowest limit is waited for first. */
    void pass(ServerAddress server, Runnable send) {
        long now = lane.now();
        at(limits.destination(server).book(now), () -> passShared(server, send));
    }

    private void passShared(ServerAddress server, Runnable send) {
        DepartureTimes shared = limits.shared(server);
        if (shared == null) {
            passTotal(send);
        } else {
            at(shared.book(lane.now()), () -> passTotal(send));
        }
    }

    private void passTotal(Runnable send) {
        at(limits.total().book(lane.now()), send);
    }

    private void at(long instant, Runnable next) {
        long wait = instant - lane.now();
        if (wait <= NOT_WORTH_WAITING_NANOS) {
            next.run();
        } else {
            lane.schedule(wait, next);
        }
    }
}
