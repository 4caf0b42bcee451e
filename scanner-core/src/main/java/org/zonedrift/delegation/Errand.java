package org.zonedrift.delegation;

import org.jspecify.annotations.Nullable;
import org.zonedrift.exchange.DnsExchange;
import org.zonedrift.exchange.Manner;

/**
 * On whose behalf questions are asked: by which exchange, in which manner, on which budget, and
 * for the look-up of which host (null for a zone's own work).
 */
record Errand(
        DnsExchange exchange,
        Manner manner,
        Budget budget,
        @Nullable Flight flight) {}
