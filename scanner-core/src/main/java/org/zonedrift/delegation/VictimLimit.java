package org.zonedrift.delegation;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import org.zonedrift.zone.DomainName;

/**
 * How fast new hosts of one registrable domain may be looked up by the whole run: so that zones
 * which name a victim's hosts by the thousand cannot turn a scan against it. Who must wait is told
 * for how long. Shared by all lanes.
 */
public final class VictimLimit {

    /** In any minute at most 600 questions: 550 as time passes, and 48 at once. */
    private static final long INTERVAL_NANOS = 60_000_000_000L / 550;

    private static final long BURST_NANOS = 48 * INTERVAL_NANOS;

    /** Domains of which the last departure is remembered, about 150 octets each. */
    private static final int DOMAINS_MAX = 200_000;

    private final UnaryOperator<DomainName> registrable;
    private final long intervalNanos;
    private final TwoGenerations<DomainName, AtomicLong> departures = new TwoGenerations<>(DOMAINS_MAX);

    private VictimLimit(UnaryOperator<DomainName> registrable, long intervalNanos) {
        this.registrable = registrable;
        this.intervalNanos = intervalNanos;
    }

    /**
     * The limit that holds by default.
     *
     * @param registrable the name that somebody registered, at or above a host
     */
    public static VictimLimit usual(UnaryOperator<DomainName> registrable) {
        return new VictimLimit(registrable, INTERVAL_NANOS);
    }

    /** For labs, where nobody can be hurt. */
    public static VictimLimit none() {
        return new VictimLimit(name -> DomainName.ROOT, 0);
    }

    /** How long so many questions about this host must wait, once it is decided that they will be asked. */
    long waitNanos(DomainName host, int questions, long now) {
        if (intervalNanos == 0) {
            return 0;
        }
        AtomicLong departure = departureOf(registrable.apply(host), now);
        long before = departure.getAndUpdate(last -> Math.max(last, now - BURST_NANOS) + questions * intervalNanos);
        return Math.max(0, before - now);
    }

    private AtomicLong departureOf(DomainName domain, long now) {
        AtomicLong known = departures.find(domain);
        if (known == null) {
            known = new AtomicLong(now - BURST_NANOS);
            departures.put(domain, known);
        }
        return known;
    }
}
