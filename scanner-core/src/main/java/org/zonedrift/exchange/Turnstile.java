package org.zonedrift.exchange;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.zonedrift.zone.ServerAddress;

/**
 * Lets each datagram of one lane leave when the limits allow it: that of its address, then what the
 * address shares with others, then that of the whole scan. The wait is no part of any timeout.
 * Confined to its lane.
 *
 * <p>Where one must wait, the others that are subject to the same limit queue behind it until it has
 * left, so that what a limit spaced out does not bunch again while it waits for a wider one. Over any
 * stretch of time a limit lets through no more than its rate and one burst, and one more for each
 * other lane. A queue holds up nobody who is not subject to its limit.
 */
public final class Turnstile {

    /**
     * Less than the gap between two datagrams at the full default rate. What leaves so little early
     * moves the next departure none the less, and an alarm for each would break up batches.
     */
    private static final long NOT_WORTH_WAITING_NANOS = 50_000;

    private final Limits limits;
    private final Lane lane;

    /** The limits at which somebody waits. */
    private final Map<DepartureTimes, Gate> gates = new HashMap<>();

    private @Nullable Passage pool;

    public Turnstile(Limits limits, Lane lane) {
        this.limits = limits;
        this.lane = lane;
    }

    /** Runs the send at once, or later on this lane. */
    void pass(ServerAddress server, Runnable send) {
        long now = lane.now();
        Destination destination = limits.destination(server);
        DepartureTimes own = destination.times();
        DepartureTimes shared = limits.shared(server, destination, now);
        if (own == null && shared == null && limits.total().times() == null) {
            send.run();
            return;
        }
        Passage free = pool == null ? new Passage() : pool;
        pool = free.next();
        Passage passage = free.begin(own, shared, send);
        Gate gate = gateAt(own);
        if (gate == null) {
            bookOwn(passage, now);
        } else {
            gate.behind.add(passage);
        }
    }

    private @Nullable Gate gateAt(@Nullable DepartureTimes limit) {
        return limit == null || gates.isEmpty() ? null : gates.get(limit);
    }

    private void bookOwn(Passage passage, long now) {
        DepartureTimes own = passage.own;
        if (own == null) {
            reachShared(passage, now);
            return;
        }
        passage.ownSlot = own.book(now);
        long wait = own.waitFor(passage.ownSlot, now);
        if (wait <= NOT_WORTH_WAITING_NANOS) {
            reachShared(passage, now);
        } else {
            holdOwn(passage);
            lane.schedule(wait, () -> reachShared(passage, lane.now()));
        }
    }

    private void reachShared(Passage passage, long now) {
        Gate gate = gateAt(passage.shared);
        if (gate == null) {
            bookShared(passage, now);
        } else {
            holdOwn(passage);
            gate.behind.add(passage);
        }
    }

    private void bookShared(Passage passage, long now) {
        DepartureTimes shared = passage.shared;
        if (shared == null) {
            bookTotal(passage, now);
            return;
        }
        passage.sharedSlot = shared.book(now);
        long wait = shared.waitFor(passage.sharedSlot, now);
        if (wait <= NOT_WORTH_WAITING_NANOS) {
            bookTotal(passage, now);
        } else {
            holdBoth(passage);
            lane.schedule(wait, () -> bookTotal(passage, lane.now()));
        }
    }

    private void bookTotal(Passage passage, long now) {
        DepartureTimes total = limits.total().times();
        if (total == null) {
            depart(passage);
            return;
        }
        long wait = total.waitFor(total.book(now), now);
        if (wait <= NOT_WORTH_WAITING_NANOS) {
            depart(passage);
        } else {
            holdBoth(passage);
            lane.schedule(wait, () -> depart(passage));
        }
    }

    private void depart(Passage passage) {
        DepartureTimes own = passage.holdsOwn ? passage.own : null;
        DepartureTimes shared = passage.holdsShared ? passage.shared : null;
        if (own != null) {
            own.leftLate(passage.ownSlot, lane.now());
        }
        if (shared != null) {
            shared.leftLate(passage.sharedSlot, lane.now());
        }
        Runnable send = passage.send;
        pool = passage.end(pool);
        send.run();
        if (shared != null) {
            release(shared, waiting -> bookShared(waiting, lane.now()));
        }
        if (own != null) {
            release(own, waiting -> bookOwn(waiting, lane.now()));
        }
    }

    /** Lets go on who waits behind, one after another, until one of them must wait in turn. */
    private void release(DepartureTimes limit, Consumer<Passage> goOn) {
        Gate gate = gates.get(limit);
        if (gate == null) {
            return;
        }
        gate.held = false;
        while (!gate.held && !gate.behind.isEmpty()) {
            goOn.accept(gate.behind.remove());
        }
        if (!gate.held) {
            gates.remove(limit);
        }
    }

    private void holdBoth(Passage passage) {
        holdOwn(passage);
        if (passage.shared != null) {
            hold(passage.shared);
            passage.holdsShared = true;
        }
    }

    private void holdOwn(Passage passage) {
        if (passage.own != null) {
            hold(passage.own);
            passage.holdsOwn = true;
        }
    }

    private void hold(DepartureTimes limit) {
        gates.computeIfAbsent(limit, free -> new Gate()).held = true;
    }
}
