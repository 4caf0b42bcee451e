package org.zonedrift.exchange;

import org.jspecify.annotations.Nullable;

/** The limit for which the questions to some servers must wait longest. Confined to one lane. */
public final class Bottleneck {

    /** Where nothing is limited: there is nothing to wait for, and nobody in line. */
    static final Bottleneck NONE = new Bottleneck(null, 0);

    private static final long NOBODY = -1;

    private final @Nullable DepartureTimes limit;
    private final int turns;
    private long ticket = NOBODY;

    Bottleneck(@Nullable DepartureTimes limit, int turns) {
        this.limit = limit;
        this.turns = turns;
    }

    /** How long the questions would wait for it, in nanoseconds. */
    public long waitNanos(long now) {
        if (limit == null) {
            return 0;
        }
        return ticket == NOBODY
                ? limit.expectedWait(now)
                : limit.waitBehind(limit.line().before(ticket), now);
    }

    /** Takes a place in line, without asking yet. */
    public void park() {
        if (limit != null && ticket == NOBODY) {
            ticket = limit.line().park(turns);
        }
    }

    /** Leaves the line: to ask, or for good. */
    public void unpark() {
        if (limit != null && ticket != NOBODY) {
            ticket = NOBODY;
            limit.line().unpark(turns);
        }
    }
}
