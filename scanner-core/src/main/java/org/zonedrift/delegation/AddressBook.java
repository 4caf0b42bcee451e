package org.zonedrift.delegation;

import org.jspecify.annotations.Nullable;
import org.zonedrift.exchange.DnsExchange;
import org.zonedrift.exchange.Lane;
import org.zonedrift.zone.DomainName;
import org.zonedrift.zone.KnownDelegations;

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

    /** What a book begins with. */
    private record Premises(
            RootHints hints, Reach reach, GluePolicy gluePolicy, KnownDelegations known, long octetsMax) {}

    private final Premises premises;
    private final ZoneCuts cuts;
    private final StepFlights steps;
    private final Priming priming;
    private final VictimLimit victimLimit;
    private final Flights flights = new Flights();
    private final HostTable knownHosts;

    private final @Nullable ResolverFleet fleet;

    /** A book that finds hosts iteratively, from the root. */
    public AddressBook(RootHints hints, Reach reach, GluePolicy gluePolicy) {
        this(new Premises(hints, reach, gluePolicy, KnownDelegations.NONE, usualOctets()), null, VictimLimit.none());
    }

    /** A quarter of the heap, so that a small one has room for the rest, and no more than is of use. */
    public static long usualOctets() {
        return Math.min(HostTable.OCTETS_MAX, Runtime.getRuntime().maxMemory() / 4);
    }

    private AddressBook(Premises premises, @Nullable ResolverFleet fleet, VictimLimit victimLimit) {
        this.premises = premises;
        this.victimLimit = victimLimit;
        this.fleet = fleet;
        RootHints hints = premises.hints;
        Reach reach = premises.reach;
        this.knownHosts = new HostTable(reach.port(), premises.octetsMax);
        this.cuts = new ZoneCuts(new ZoneCut(
                DomainName.ROOT, hints.hosts(), hints.glue(), reach.among(hints.glue(), 0), Long.MIN_VALUE));
        this.priming = new Priming(cuts, reach);
        this.steps = new StepFlights(cuts);
    }

    /** The same with hosts looked up through resolvers; zones are still searched from the root. */
    public AddressBook asking(ResolverFleet resolvers) {
        return new AddressBook(premises, resolvers, victimLimit);
    }

    /** The same with no more look-ups below any one domain than the limit allows. */
    public AddressBook sparing(VictimLimit limit) {
        return new AddressBook(premises, fleet, limit);
    }

    /** The same, asking nobody about a host that those delegations tell. */
    public AddressBook knowing(KnownDelegations known) {
        return over(new Premises(premises.hints, premises.reach, premises.gluePolicy, known, premises.octetsMax));
    }

    /** The same, which forgets the oldest hosts beyond so many octets of memory. */
    public AddressBook holding(long octets) {
        return over(new Premises(premises.hints, premises.reach, premises.gluePolicy, premises.known, octets));
    }

    private AddressBook over(Premises others) {
        return new AddressBook(others, fleet, victimLimit);
    }

    /** One lane's view of the book; look-ups that begin there ask by this exchange. */
    public LaneBook on(Lane lane, DnsExchange exchange) {
        return on(lane, exchange, Grouping.NONE);
    }

    /** The same, where servers share limits. */
    public LaneBook on(Lane lane, DnsExchange exchange, Grouping grouping) {
        return new LaneBook(this, lane, exchange, grouping);
    }

    /** The resolvers that look hosts up, or null where this book does so itself. */
    @Nullable
    ResolverFleet fleet() {
        return fleet;
    }

    Reach reach() {
        return premises.reach;
    }

    GluePolicy gluePolicy() {
        return premises.gluePolicy;
    }

    RootHints hints() {
        return premises.hints;
    }

    KnownDelegations known() {
        return premises.known;
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
