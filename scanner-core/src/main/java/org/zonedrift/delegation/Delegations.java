package org.zonedrift.delegation;

import org.zonedrift.exchange.DnsExchange;
import org.zonedrift.zone.Delegation;
import org.zonedrift.zone.DomainName;
import reactor.core.publisher.Mono;

/** A way to learn who serves a zone. Confined to one lane, like the exchange it asks with. */
@FunctionalInterface
public interface Delegations {

    /**
     * Exactly one delegation for the zone, never an error: what cannot be learnt is a delegation
     * whose standing says why.
     *
     * @param exchange asks the questions that are this zone's own
     */
    Mono<Delegation> find(DomainName zone, DnsExchange exchange);
}
