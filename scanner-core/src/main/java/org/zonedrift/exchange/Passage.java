package org.zonedrift.exchange;

import org.jspecify.annotations.Nullable;

/** One datagram on its way through the {@link Turnstile}; used again for another one later. */
final class Passage {

    private static final Runnable NOTHING = () -> {};

    @Nullable
    DepartureTimes own;

    @Nullable
    DepartureTimes shared;

    long ownSlot;
    long sharedSlot;
    boolean holdsOwn;
    boolean holdsShared;
    Runnable send = NOTHING;

    /** The next one in the pool. */
    private @Nullable Passage next;

    Passage begin(@Nullable DepartureTimes ownLimit, @Nullable DepartureTimes sharedLimit, Runnable sending) {
        own = ownLimit;
        shared = sharedLimit;
        send = sending;
        return this;
    }

    /** Forgets everything, and goes back into the pool before this one. */
    Passage end(@Nullable Passage pool) {
        own = null;
        shared = null;
        holdsOwn = false;
        holdsShared = false;
        send = NOTHING;
        next = pool;
        return this;
    }

    @Nullable
    Passage next() {
        return next;
    }
}
