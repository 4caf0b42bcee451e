package org.zonedrift.exchange;

import org.jspecify.annotations.Nullable;

/** Finds, among the limits that it meets, the one for which questions must wait longest at present. */
final class Narrowest {

    private final long now;
    private @Nullable DepartureTimes limit;
    private long wait;
    private int turns;

    Narrowest(long now) {
        this.now = now;
    }

    /** One question is subject to this limit; to none where it is null. */
    void meet(@Nullable DepartureTimes another) {
        if (another == null) {
            return;
        }
        if (another == limit) {
            turns++;
            return;
        }
        long itsWait = another.expectedWait(now);
        if (limit == null || itsWait > wait) {
            limit = another;
            wait = itsWait;
            turns = 1;
        }
    }

    /** That limit, and how many questions are subject to it. */
    Bottleneck bottleneck() {
        return limit == null ? Bottleneck.NONE : new Bottleneck(limit, turns);
    }
}
