package org.zonedrift.delegation;

/** How long what was learnt is believed: the TTLs of DNS, within bounds that suit a scan. */
final class Lifetimes {

    /** TTLs below this would have one thing asked again and again within one run. */
    static final long MIN_SECONDS = 60;

    /** A day: no run asks less often because a TTL is long. */
    static final long FOUND_MAX_SECONDS = 86_400;

    /** Negative answers are kept for three hours at most (RFC 2308 §5). */
    static final long ABSENT_MAX_SECONDS = 10_800;

    /** A first failure; each further one doubles it. */
    static final long FAILURE_MIN_SECONDS = 20;

    /** Failures are not kept for longer than five minutes (RFC 9520 §3.2). */
    static final long FAILURE_MAX_SECONDS = 300;

    private static final long NANOS = 1_000_000_000L;

    private Lifetimes() {}

    static long foundNanos(long ttlSeconds) {
        return within(ttlSeconds, FOUND_MAX_SECONDS);
    }

    static long absentNanos(long ttlSeconds) {
        return within(ttlSeconds, ABSENT_MAX_SECONDS);
    }

    /** How long the last of so many failures in a row is kept. */
    static long failureSeconds(int inARow) {
        return Math.min(FAILURE_MAX_SECONDS, FAILURE_MIN_SECONDS << Math.min(inARow - 1, 8));
    }

    private static long within(long ttlSeconds, long maxSeconds) {
        return Math.min(Math.max(ttlSeconds, MIN_SECONDS), maxSeconds) * NANOS;
    }
}
