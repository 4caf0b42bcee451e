package org.zonedrift;

import java.util.Set;
import org.zonedrift.exchange.Limits;
import org.zonedrift.telemetry.Telemetry;
import org.zonedrift.zone.ServerAddress;

/** What a scan's traffic came to, and whom it spared; readable while the scan runs. */
public final class ScanTraffic {

    private final Telemetry telemetry;
    private final Limits limits;

    ScanTraffic(Telemetry telemetry, Limits limits) {
        this.telemetry = telemetry;
        this.limits = limits;
    }

    /** Questions by purpose and transport, and losses. */
    public Telemetry telemetry() {
        return telemetry;
    }

    /** Addresses that were asked more slowly, since they lost or refused what we sent. */
    public Set<ServerAddress> throttled() {
        return limits.throttled();
    }

    /** Addresses that stopped answering and were left alone for a while. */
    public Set<ServerAddress> silenced() {
        return limits.silenced();
    }
}
