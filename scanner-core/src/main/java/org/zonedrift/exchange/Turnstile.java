package org.zonedrift.exchange;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zonedrift.exchange.Passage.Stop;
import org.zonedrift.zone.ServerAddress;

/**
 * Lets each datagram of one lane leave when all limits allow it at once: that of its address, what
 * the address shares with others, and that of the whole scan. The wait is no part of any timeout.
 * Confined to its lane.
 *
 * <p>Turns are promised to those who wait, but what counts is what leaves: a datagram that a wider
 * limit kept until another lane used up its turn waits for a new one. So over any stretch of time
 * a limit lets through no more than its rate and one burst, whichever lanes send.
 *
 * <p>Where one must wait, the others of the lane that are subject to the same limit queue behind it
 * until it has left. A queue holds up nobody who is not subject to its limit.
 */
public final class Turnstile implements Departing {

    private final Limits limits;
    private final KnownServers servers;
    private final Lane lane;

    /** The limits at which somebody waits. */
    private final Map<DepartureTimes, Gate> gates = new HashMap<>();

    private @Nullable Passage pool;

    public Turnstile(KnownServers servers, Lane lane) {
        this.limits = servers.limits();
        this.servers = servers;
        this.lane = lane;
    }

    /** What the lane knows of those to whom its datagrams go. */
    KnownServers servers() {
        return servers;
    }

    @Override
    public void pass(ServerAddress server, Runnable send) {
        assert lane.isCurrent() : Lane.ELSEWHERE;
        long now = lane.now();
        Destination destination = servers.of(server, now).destination();
        DepartureTimes own = destination.times();
        DepartureTimes shared = limits.shared(server, destination, now);
        DepartureTimes total = limits.total().times();
        if (isFree(own, now) && isFree(shared, now) && isFree(total, now) && claim(own, shared, total, now)) {
            send.run();
            return;
        }
        Passage free = pool == null ? new Passage() : pool;
        pool = free.next();
        free.own.limit = own;
        free.shared.limit = shared;
        free.total.limit = total;
        free.queue();
        approach(free.begin(send));
    }

    private boolean isFree(@Nullable DepartureTimes limit, long now) {
        return limit == null || (gates.isEmpty() || !gates.containsKey(limit)) && limit.untilFree(now) == 0;
    }

    /** The widest first: if another lane is quicker at one of them, a turn of the others is lost. */
    private static boolean claim(
            @Nullable DepartureTimes own, @Nullable DepartureTimes shared, @Nullable DepartureTimes total, long now) {
        return (total == null || total.claim(now))
                && (shared == null || shared.claim(now))
                && (own == null || own.claim(now));
    }

    /** Lets it leave, or wait for the first limit that is in its way. */
    private void approach(Passage passage) {
        long now = lane.now();
        List<Stop> stops = passage.stops;
        for (int place = 0; place < stops.size(); place++) {
            if (mustWait(passage, stops.get(place), now)) {
                holdUpTo(place, passage);
                return;
            }
        }
        if (claim(passage.own.limit, passage.shared.limit, passage.total.limit, now)) {
            depart(passage);
        } else {
            lane.execute(() -> approach(passage)); // another lane was quicker just now
        }
    }

    private boolean mustWait(Passage passage, Stop stop, long now) {
        DepartureTimes limit = stop.limit;
        if (limit == null) {
            return false;
        }
        Gate gate = stop.promised ? null : gates.get(limit);
        if (gate != null && gate.first != passage) {
            gate.behind.add(passage);
            return true;
        }
        if (stop.wait(limit, now) == 0) {
            return false;
        }
        stop.promised = true;
        lane.schedule(limit.promise(now), () -> approach(passage));
        return true;
    }

    /** Whoever waits here keeps what it has passed, and holds up nobody further on. */
    private void holdUpTo(int place, Passage passage) {
        List<Stop> stops = passage.stops;
        for (int i = 0; i < stops.size(); i++) {
            Stop stop = stops.get(i);
            if (i > place) {
                release(stop);
            } else if (stop.limit != null && !gates.containsKey(stop.limit)) {
                Gate gate = new Gate();
                gate.first = passage;
                gates.put(stop.limit, gate);
                stop.held = true;
            }
        }
    }

    private void depart(Passage passage) {
        passage.unqueue();
        passage.send.run();
        for (Stop stop : passage.stops) {
            release(stop);
        }
        pool = passage.end(pool);
    }

    /** Lets come who waits behind, one after another, until one of them must wait in turn. */
    private void release(Stop stop) {
        DepartureTimes limit = stop.limit;
        Gate gate = stop.held && limit != null ? gates.get(limit) : null;
        stop.held = false;
        if (limit == null || gate == null) {
            return;
        }
        gate.first = null;
        if (gate.opening) {
            return; // whoever let it come goes on with the next
        }
        gate.opening = true;
        while (gate.first == null && !gate.behind.isEmpty()) {
            Passage next = gate.behind.remove();
            gate.first = next;
            next.hold(limit);
            approach(next);
        }
        gate.opening = false;
        if (gate.first == null) {
            gates.remove(limit);
        }
    }
}
