package org.zonedrift;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import org.zonedrift.exchange.Limits;
import org.zonedrift.exchange.Uplink;
import org.zonedrift.telemetry.Telemetry;
import org.zonedrift.zone.DomainName;
import org.zonedrift.zone.KnownDelegations;
import org.zonedrift.zone.ServerAddress;

/** What a scan's traffic came to, and whom it spared; readable while the scan runs. */
public final class ScanTraffic {

    private final Telemetry telemetry;
    private final Limits limits;
    private final Uplink uplink;
    private final KnownDelegations known;
    private final LongSupplier now;

    /**
     * @param now what lanes take for the time
     */
    ScanTraffic(Telemetry telemetry, Limits limits, Uplink uplink, KnownDelegations known, LongSupplier now) {
        this.telemetry = telemetry;
        this.limits = limits;
        this.uplink = uplink;
        this.known = known;
        this.now = now;
    }

    Limits limits() {
        return limits;
    }

    /** The addresses that hold the scan up: how far ahead each is booked, in nanoseconds, the furthest first. */
    public Map<ServerAddress, Long> backlogs(int most) {
        return limits.backlogs(now.getAsLong(), most);
    }

    /** The addresses that were asked most, the busiest first. */
    public List<Limits.Burden> busiest(int most) {
        return limits.busiest(most);
    }

    /** How many addresses were asked. */
    public long addressesAsked() {
        return limits.asked();
    }

    /** Questions by purpose and transport, and losses. */
    public Telemetry telemetry() {
        return telemetry;
    }

    /** Zones whose servers need not be asked, since their zone files were read. */
    public Set<DomainName> zonesAtHand() {
        return known.zones();
    }

    /** Addresses that were asked more slowly, since they lost or refused what we sent. */
    public Set<ServerAddress> throttled() {
        return limits.throttled();
    }

    /** When nothing came from anywhere; what failed then was asked anew. */
    public List<Uplink.Outage> outages() {
        return uplink.outages();
    }

    /** Addresses that stopped answering and were left alone for a while. */
    public Set<ServerAddress> silenced() {
        return limits.silenced();
    }
}
