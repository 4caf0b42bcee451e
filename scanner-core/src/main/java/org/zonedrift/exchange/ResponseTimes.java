package org.zonedrift.exchange;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.zonedrift.zone.ServerAddress;

/**
 * How fast servers answered lately (smoothed as RFC 6298 does), and so how long to wait for them.
 * Confined to one lane; remembers the servers used last, some 150 bytes each.
 */
public final class ResponseTimes {

    /** 30 MB a lane. */
    private static final int SERVERS_MAX = 200_000;

    /** Below this a wait would end for a hiccup of ours. */
    private static final long SHORTEST = TimeUnit.MILLISECONDS.toNanos(400);

    private final Map<ServerAddress, Estimate> estimates = new LinkedHashMap<>(1024, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<ServerAddress, Estimate> eldest) {
            return size() > SERVERS_MAX;
        }
    };

    /** Smoothed round-trip time and its variation. */
    private static final class Estimate {
        private long smoothed = -1;
        private long variation;

        void add(long rtt) {
            if (smoothed < 0) {
                smoothed = rtt;
                variation = rtt / 2;
            } else {
                variation += (Math.abs(smoothed - rtt) - variation) / 4;
                smoothed += (rtt - smoothed) / 8;
            }
        }
    }

    /** A wait that an answer of this server hardly exceeds; endless while nothing is known. */
    long patienceFor(ServerAddress server) {
        Estimate estimate = estimates.get(server);
        return estimate == null ? Long.MAX_VALUE : Math.max(SHORTEST, estimate.smoothed + 4 * estimate.variation);
    }

    void answered(ServerAddress server, long rttNanos) {
        estimates.computeIfAbsent(server, unknown -> new Estimate()).add(rttNanos);
    }
}
