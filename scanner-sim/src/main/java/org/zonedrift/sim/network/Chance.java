package org.zonedrift.sim.network;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

/** Seeded chance: what befalls packets, and how long they are under way. Belongs to one thread. */
final class Chance {

    /** Long enough for later packets to overtake. */
    private static final long HELD_BACK_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

    private final SplittableRandom random;

    Chance(SplittableRandom random) {
        this.random = random;
    }

    SplittableRandom random() {
        return random;
    }

    /** Whether something with this share of cases happens now. */
    boolean happens(double share) {
        return share > 0 && random.nextDouble() < share;
    }

    /** Whether a packet is lost on one way at this instant. */
    boolean loses(Weather weather, long now) {
        return happens(weather.mishaps().loss()) || weather.outage().test(now);
    }

    /** How long a packet is under way now, in one direction. */
    long travelNanos(Weather weather) {
        long usual = Math.max(0, weather.delay().nanos(random));
        return happens(weather.mishaps().reordering()) ? usual + (long) (HELD_BACK_NANOS * random.nextDouble()) : usual;
    }

    /** How long a server thinks about this answer. */
    long thinkNanos(Weather weather) {
        return Math.max(0, weather.think().nanos(random));
    }
}
