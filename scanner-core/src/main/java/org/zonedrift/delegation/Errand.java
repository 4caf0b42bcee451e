package org.zonedrift.delegation;

import org.jspecify.annotations.Nullable;
import org.zonedrift.exchange.DnsExchange;
import org.zonedrift.exchange.Manner;
import org.zonedrift.telemetry.Purpose;
import org.zonedrift.zone.KnownDelegations;

/**
 * On whose behalf questions are asked: by which exchange, in which manner, on which budget, and
 * for the look-up of which host (null for a zone's own work).
 */
record Errand(
        DnsExchange exchange,
        Manner manner,
        Budget budget,
        @Nullable Flight flight) {

    private static final Manner OF_ROOT = Manner.authoritative(Purpose.ROOT);
    private static final Manner OF_TLD = Manner.authoritative(Purpose.TLD);
    private static final Manner OF_REGISTRY = Manner.authoritative(Purpose.REGISTRY);

    /** The same errand at servers that serve everybody: what they are asked is counted apart. */
    Errand at(ZoneCut cut, KnownDelegations known) {
        if (known.zones().contains(cut.zone())) {
            return in(OF_REGISTRY);
        }
        return switch (cut.zone().labelCount()) {
            case 0 -> in(OF_ROOT);
            case 1 -> in(OF_TLD);
            default -> this;
        };
    }

    private Errand in(Manner other) {
        return new Errand(exchange, other, budget, flight);
    }
}
