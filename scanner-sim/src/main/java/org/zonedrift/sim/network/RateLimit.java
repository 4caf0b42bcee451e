package org.zonedrift.sim.network;

/**
 * What a server bears: so many queries per second with a burst of as many; of those above, one in
 * {@code slip} gets an empty truncated reply and the rest none, as response rate limiting does.
 *
 * @param qps 0 where there is no limit
 * @param slip 0 drops all, 1 truncates all, 2 every other
 */
public record RateLimit(int qps, int slip) {

    public static final RateLimit NONE = new RateLimit(0, 0);

    /** Drops what is too much. */
    public static RateLimit dropping(int qps) {
        return new RateLimit(qps, 0);
    }

    boolean exists() {
        return qps > 0;
    }
}
