package org.zonedrift.exchange;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.zonedrift.zone.ServerAddress;

/**
 * How fast servers answered lately (smoothed as RFC 6298 does), and so how long to wait for them.
 * Confined to one lane; remembers the servers used last, some 150 bytes each.
 */
final class ResponseTimes {

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

    /** How fast one server answers: smoothed round-trip time and its variation. */
    static final class Estimate {

        private static final long UNKNOWN = -1;

        private long smoothed = UNKNOWN;
        private long variation;

        void answered(long rttNanos) {
            if (smoothed == UNKNOWN) {
                smoothed = rttNanos;
                variation = rttNanos / 2;
            } else {
                variation += (Math.abs(smoothed - rttNanos) - variation) / 4;
                smoothed += (rttNanos - smoothed) / 8;
            }
        }

        /** A wait that an answer of this server hardly exceeds; endless while nothing is known. */
        long patience() {
            return smoothed == UNKNOWN ? Long.MAX_VALUE : Math.max(SHORTEST, smoothed + 4 * variation);
        }
    }

    Estimate of(ServerAddress server) {
        Estimate known = estimates.get(server);
        if (known == null) {
            known = new Estimate();
            estimates.put(server, known);
        }
        return known;
    }
}
