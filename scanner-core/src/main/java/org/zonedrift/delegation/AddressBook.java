package org.zonedrift.delegation;

import org.jspecify.annotations.Nullable;
import org.zonedrift.exchange.DnsExchange;
import org.zonedrift.exchange.Lane;
import org.zonedrift.zone.DomainName;

/**
 * What all lanes of a run know together of the name space: the zone cuts met, the hosts looked up,
 * and the look-ups under way.
 */
public final class AddressBook {

    /** Whether addresses that came with a delegation are believed, or looked up as well. */
    public enum GluePolicy {
        TRUST,
        VERIFY
    }

    private final Reach reach;
    private final GluePolicy gluePolicy;
    private final RootHints hints;
    private final ZoneCuts cuts;
    private final StepFlights steps;
    private final Priming priming;
    private final VictimLimit victimLimit;
    private final Flights flights = new Flights();
    private final HostTable knownHosts;

    private final @Nullable ResolverFleet fleet;

    /** A book that finds hosts iteratively, from the root. */
    public AddressBook(RootHints hints, Reach reach, GluePolicy gluePolicy) {
        this(hints, reach, gluePolicy, null, VictimLimit.none());
    }

    private AddressBook(
            RootHints hints,
            Reach reach,
            GluePolicy gluePolicy,
            @Nullable ResolverFleet fleet,
            VictimLimit victimLimit) {
        this.victimLimit = victimLimit;
        this.fleet = fleet;
        this.hints = hints;
        this.reach = reach;
        this.gluePolicy = gluePolicy;
        this.knownHosts = new HostTable(reach.port(), HostTable.OCTETS_MAX);
        this.cuts = new ZoneCuts(new ZoneCut(
                DomainName.ROOT, hints.hosts(), hints.glue(), reach.among(hints.glue(), 0), Long.MIN_VALUE));
        this.priming = new Priming(cuts, reach);
        this.steps = new StepFlights(cuts);
    }

    /** The same with hosts looked up through resolvers; zones are still searched from the root. */
    public AddressBook asking(ResolverFleet resolvers) {
        return new AddressBook(hints, reach, gluePolicy, resolvers, victimLimit);
    }

    /** The same with no more look-ups below any one domain than the limit allows. */
    public AddressBook sparing(VictimLimit limit) {
        return new AddressBook(hints, reach, gluePolicy, fleet, limit);
    }

    /** One lane's view of the book; look-ups that begin there ask by this exchange. */
    public LaneBook on(Lane lane, DnsExchange exchange) {
        return new LaneBook(this, lane, exchange);
    }

    /** The resolvers that look hosts up, or null where this book does so itself. */
    @Nullable
    ResolverFleet fleet() {
        return fleet;
    }

    Reach reach() {
        return reach;
    }

    GluePolicy gluePolicy() {
        return gluePolicy;
    }

    RootHints hints() {
        return hints;
    }

    ZoneCuts cuts() {
        return cuts;
    }

    StepFlights steps() {
        return steps;
    }

    Priming priming() {
        return priming;
    }

    VictimLimit victimLimit() {
        return victimLimit;
    }

    Flights flights() {
        return flights;
    }

    HostTable knownHosts() {
        return knownHosts;
    }
}
