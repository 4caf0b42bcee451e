package org.zonedrift.sim.network;

import java.util.function.LongPredicate;

/**
 * How packets fare on the way to and from one address.
 *
 * @param delay one way
 * @param think how long the server thinks
 * @param limit what the server bears before it drops or slips replies
 * @param outage tells for an instant (nanoseconds since 1970) whether nothing passes
 */
public record Weather(Delay delay, Delay think, Mishaps mishaps, RateLimit limit, LongPredicate outage) {

    private static final Delay AT_ONCE = random -> 0;
    private static final LongPredicate NEVER = instant -> false;

    /** Nothing happens but the delay. */
    public static Weather calm(Delay delay) {
        return new Weather(delay, AT_ONCE, Mishaps.NONE, RateLimit.NONE, NEVER);
    }

    public Weather with(Mishaps other) {
        return new Weather(delay, think, other, limit, outage);
    }

    public Weather with(RateLimit other) {
        return new Weather(delay, think, mishaps, other, outage);
    }

    public Weather withThinkTime(Delay other) {
        return new Weather(delay, other, mishaps, limit, outage);
    }

    public Weather withOutage(LongPredicate during) {
        return new Weather(delay, think, mishaps, limit, during);
    }
}
