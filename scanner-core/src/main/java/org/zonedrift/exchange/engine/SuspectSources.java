package org.zonedrift.exchange.engine;

import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;

/** The addresses from which guesses came of late. A new one takes the place of an older. */
final class SuspectSources {

    /** A power of two; a forger has few victims at a time. */
    private static final int PLACES = 1 << 8;

    private final @Nullable InetSocketAddress[] sources = new InetSocketAddress[PLACES];
    private final long[] seenAt = new long[PLACES];

    /** When the last guess of all came: nearly every question is younger, and need not be looked up. */
    private long latest = Long.MIN_VALUE;

    void add(InetSocketAddress source, long now) {
        int place = place(source);
        sources[place] = source;
        seenAt[place] = now;
        latest = now;
    }

    boolean sawSince(InetSocketAddress source, long since) {
        if (latest < since) {
            return false;
        }
        int place = place(source);
        return source.equals(sources[place]) && seenAt[place] >= since;
    }

    private static int place(InetSocketAddress source) {
        int hash = source.hashCode();
        return (hash ^ hash >>> 16) & PLACES - 1;
    }
}
