package org.zonedrift.delegation;

import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.zonedrift.zone.DomainName;

/**
 * The hosts that were looked up, found or not, for as long as that may be believed. Shared by all
 * lanes; each of its stripes has a lock of its own, held for less than a microsecond.
 *
 * <p>A stripe has a young and an old generation. When the young one is full, it becomes the old one
 * and the hosts of the old one are forgotten, save those that were asked for meanwhile. The
 * benchmark {@code delegation} measures octets per host, beside Caffeine.
 */
final class HostTable {

    /** Five million hosts of 60 octets with their slots stay in one generation. */
    static final long OCTETS_MAX = 768L << 20;

    private static final int STRIPES = 64;

    private final Stripe[] stripes = new Stripe[STRIPES];
    private final int port;

    HostTable(int port, long octetsMax) {
        this.port = port;
        int each = (int) Math.min(Integer.MAX_VALUE / 4, octetsMax / STRIPES / 2);
        for (int i = 0; i < STRIPES; i++) {
            stripes[i] = new Stripe(Math.max(each, 2 * HostEntry.OCTETS_MAX));
        }
    }

    @Nullable
    Whereabouts find(DomainName host, long now) {
        return stripe(host).find(host, TimeUnit.NANOSECONDS.toSeconds(now));
    }

    /** Keeps what was found; a failure for the longer, the more often it has happened in a row. */
    void learn(DomainName host, Whereabouts whereabouts, long now) {
        stripe(host).learn(host, whereabouts, TimeUnit.NANOSECONDS.toSeconds(now));
    }

    private Stripe stripe(DomainName host) {
        return stripes[host.hashCode() >>> 26 & STRIPES - 1];
    }

    /** Hosts held; one that stands in both generations counts twice. */
    long hosts() {
        long sum = 0;
        for (Stripe stripe : stripes) {
            sum += stripe.hosts();
        }
        return sum;
    }

    /** Octets of memory held. */
    long footprint() {
        long sum = 0;
        for (Stripe stripe : stripes) {
            sum += stripe.footprint();
        }
        return sum;
    }

    private final class Stripe {

        private final int octetsMax;
        private HostGeneration young;
        private HostGeneration old;

        Stripe(int octetsMax) {
            this.octetsMax = octetsMax;
            this.young = new HostGeneration(octetsMax);
            this.old = new HostGeneration(0);
        }

        synchronized @Nullable Whereabouts find(DomainName host, long nowSeconds) {
            int position = young.find(host);
            if (position == HostGeneration.ABSENT) {
                position = promote(host);
            }
            if (position == HostGeneration.ABSENT) {
                return null;
            }
            long left = young.expiresAt(position) - nowSeconds;
            return left > 0 ? young.read(position, port, left) : null;
        }

        /** Takes a host that is still wanted along into the young generation. */
        private int promote(DomainName host) {
            int position = old.find(host);
            if (position == HostGeneration.ABSENT) {
                return HostGeneration.ABSENT;
            }
            HostGeneration from = old;
            age();
            young.copy(host, from, position);
            return young.find(host);
        }

        synchronized void learn(DomainName host, Whereabouts what, long nowSeconds) {
            int failures = what.isFailure() ? failuresOf(host) + 1 : 0;
            long seconds = failures == 0 ? what.ttlSeconds() : Lifetimes.failureSeconds(failures);
            age();
            young.put(host, what, nowSeconds + seconds, failures);
        }

        private int failuresOf(DomainName host) {
            int position = young.find(host);
            if (position != HostGeneration.ABSENT) {
                return young.failures(position);
            }
            position = old.find(host);
            return position == HostGeneration.ABSENT ? 0 : old.failures(position);
        }

        private void age() {
            if (young.isFull()) {
                old = young;
                young = new HostGeneration(octetsMax);
            }
        }

        synchronized int hosts() {
            return young.hosts() + old.hosts();
        }

        synchronized long footprint() {
            return young.footprint() + old.footprint();
        }
    }
}
