package org.zonedrift.sim.network;

import java.util.concurrent.TimeUnit;

/** What is left of a server's patience: a second's worth at most, refilled as time passes. */
final class TokenBucket {

    private static final double NANOS_PER_SECOND = TimeUnit.SECONDS.toNanos(1);

    private final RateLimit limit;
    private double tokens;
    private long refilledAt;
    private int refused;

    TokenBucket(RateLimit limit, long now) {
        this.limit = limit;
        this.tokens = limit.qps();
        this.refilledAt = now;
    }

    /** Whether one more query is borne. */
    boolean take(long now) {
        tokens = Math.min(limit.qps(), tokens + (now - refilledAt) / NANOS_PER_SECOND * limit.qps());
        refilledAt = now;
        if (tokens >= 1) {
            tokens--;
            return true;
        }
        return false;
    }

    /** Whether the query that was not borne gets a truncated reply. */
    boolean slips() {
        return limit.slip() > 0 && refused++ % limit.slip() == 0;
    }
}
