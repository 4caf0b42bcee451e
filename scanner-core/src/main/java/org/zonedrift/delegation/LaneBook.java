package org.zonedrift.delegation;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.zonedrift.exchange.DnsExchange;
import org.zonedrift.exchange.Lane;
import org.zonedrift.exchange.Manner;
import org.zonedrift.telemetry.Purpose;
import org.zonedrift.zone.AddressText;
import org.zonedrift.zone.Delegation;
import org.zonedrift.zone.DomainName;
import org.zonedrift.zone.KnownDelegations;
import org.zonedrift.zone.NameServer;
import org.zonedrift.zone.NameServer.Trouble;
import org.zonedrift.zone.Roster;
import reactor.core.publisher.Mono;

/** One lane's view of the {@link AddressBook}. Confined to that lane. */
public final class LaneBook implements HostAddresses {

    /** Zones whose servers' names need each other: more nested look-ups than this are not begun. */
    private static final int DEPTH_MAX = 5;

    private static final Manner HOST = Manner.authoritative(Purpose.HOST);

    private static final Manner RECURSIVE = Manner.recursive(Purpose.RESOLVER);

    private final AddressBook book;
    private final Lane lane;
    private final DnsExchange exchange;
    private final Grouping grouping;
    private final FamiliarServers familiar = new FamiliarServers();
    private final GluedServers glued = new GluedServers();
    private final ServersAtHand atHand;

    LaneBook(AddressBook book, Lane lane, DnsExchange exchange, Grouping grouping) {
        this.book = book;
        this.lane = lane;
        this.exchange = exchange;
        this.grouping = grouping;
        this.atHand = new ServersAtHand(familiar, glued, grouping);
    }

    @Override
    public Mono<Roster> locate(Collection<DomainName> hosts, NameServer.Listed side, Delegation delegation) {
        boolean mayBeAtHand = side == NameServer.Listed.PARENT && gluePolicy() == AddressBook.GluePolicy.TRUST;
        Roster known = mayBeAtHand ? atHand.find(hosts, delegation, now()) : null;
        return known != null
                ? Mono.just(known)
                : Mono.create(sink -> new ZoneHosts(
                                this, side, delegation, found -> sink.success(grouping.on(found, delegation.zone())))
                        .locate(hosts));
    }

    /** The server as another zone's look-up left it a moment ago; null where it did not. */
    @Nullable
    NameServer familiar(DomainName host, NameServer.Listed side) {
        FamiliarServers.Familiar known = familiar.find(host, side, now());
        return known == null ? null : known.server();
    }

    /** The server of which nothing is known but what this zone's glue says; null where it says nothing. */
    @Nullable
    NameServer glued(DomainName host, NameServer.Listed side, Delegation told) {
        return glued.of(host, side, told);
    }

    /** Remembers for a moment what of a server is the same for every zone that has neither glue nor name in common with it. */
    void acquaint(NameServer server, long ttlSeconds) {
        familiar.keep(server, now(), ttlSeconds);
    }

    /** The whereabouts of a host that a zone names, at a budget of its own. */
    void lookUp(DomainName host, Consumer<Whereabouts> done) {
        lookUp(host, new Errand(exchange, HOST, new Budget(Budget.PER_HOST), null), done);
    }

    /** The whereabouts of a host that the errand needs in turn. */
    void lookUp(DomainName host, Errand errand, Consumer<Whereabouts> done) {
        assert lane.isCurrent() : Lane.ELSEWHERE;
        Whereabouts known = book.knownHosts().find(host, now());
        if (known != null) {
            done.accept(known);
        } else if (AddressText.parse(host.toString()).isPresent()) {
            done.accept(failure(Trouble.IP_LITERAL, HostFlag.IS_IP_LITERAL));
        } else if (Flight.leadsFrom(errand.flight(), host)) {
            done.accept(failure(Trouble.SERVFAIL, HostFlag.CYCLIC));
        } else if (Flight.depthBelow(errand.flight()) > DEPTH_MAX) {
            done.accept(failure(Trouble.CAPPED, HostFlag.CHAIN_TOO_DEEP));
        } else {
            fly(host, new Flight.Waiter(this, errand, done));
        }
    }

    private void fly(DomainName host, Flight.Waiter waiter) {
        Errand errand = waiter.errand();
        Flights.Boarding boarding = book.flights().board(host, waiter);
        if (boarding.isNew()) {
            // Look-ups that lead to look-ups cost something even where they need no packet.
            errand.budget().spend(errand.flight() == null ? 0 : 1);
            search(boarding.flight(), errand.budget());
        }
    }

    private void search(Flight flight, Budget budget) {
        ResolverFleet fleet = book.fleet();
        DnsExchange sparing = new SparingExchange(exchange, book.victimLimit(), lane, flight.host());
        Errand iterative = new Errand(sparing, HOST, budget, flight);
        if (fleet == null) {
            searchFromTheRoot(iterative, whereabouts -> land(flight, whereabouts));
            return;
        }
        Errand errand = new Errand(sparing, RECURSIVE, budget, flight);
        new ResolverHostLookUp(this, fleet, flight.host(), errand, told -> {
                    if (told.flags().contains(HostFlag.BEYOND_RESOLVERS)) {
                        searchFromTheRoot(iterative, found -> land(flight, better(told, found)));
                    } else {
                        land(flight, told);
                    }
                })
                .go();
    }

    private void searchFromTheRoot(Errand errand, Consumer<Whereabouts> landing) {
        DomainName host = Objects.requireNonNull(errand.flight()).host();
        new HostLookUp(this, host, errand, landing).go();
    }

    /** What a host's own servers say, where they can say what resolvers could not. */
    private static Whereabouts better(Whereabouts told, Whereabouts found) {
        return found.isFailure() ? told : found.beyondResolvers();
    }

    private void land(Flight flight, Whereabouts whereabouts) {
        if (flight.depth() == 1 || !whereabouts.dependsOnChain()) {
            book.knownHosts().learn(flight.host(), whereabouts, now());
        }
        for (Flight.Waiter waiter : book.flights().land(flight)) {
            LaneBook home = waiter.home();
            if (home.lane.isCurrent()) {
                home.hear(waiter, flight, whereabouts);
            } else {
                home.lane.execute(() -> home.hear(waiter, flight, whereabouts));
            }
        }
    }

    private void hear(Flight.Waiter waiter, Flight flight, Whereabouts whereabouts) {
        assert lane.isCurrent() : Lane.ELSEWHERE;
        Errand errand = waiter.errand();
        book.flights().arrived(errand.flight());
        boolean mayFareBetter = whereabouts.dependsOnChain()
                && Flight.depthBelow(errand.flight()) < flight.depth()
                && !errand.budget().isSpent();
        if (mayFareBetter) {
            errand.budget().spend(1);
            lookUp(flight.host(), errand, waiter.done());
        } else {
            waiter.done().accept(whereabouts);
        }
    }

    private static Whereabouts failure(Trouble trouble, HostFlag flag) {
        return Whereabouts.nowhere(trouble, EnumSet.of(flag), 0);
    }

    /** The zone to which a referral leads. */
    ZoneCut cutOf(Said.Referral referral) {
        return new ZoneCut(
                referral.zone(),
                referral.hosts(),
                referral.glue(),
                reach().among(referral.glue(), referral.zone().labelCount()),
                now() + Lifetimes.foundNanos(referral.ttl()));
    }

    /** The zone above a name of which a zone file at hand told; nobody need be asked for it. */
    ZoneCut cutOf(Delegation told) {
        DomainName zone = Objects.requireNonNull(told.source().parentZone());
        return new ZoneCut(zone, told.nameServers(), List.of(), List.of(), Long.MAX_VALUE);
    }

    /** Takes over a delegation that is at hand, unless it is known already. */
    void learn(Delegation told) {
        int labels = told.zone().labelCount();
        if (!cuts().deepestAbove(told.zone(), now()).zone().equals(told.zone())) {
            cuts().learn(new ZoneCut(
                    told.zone(),
                    told.nameServers(),
                    told.glue(),
                    reach().among(told.glue(), labels),
                    now() + Lifetimes.foundNanos(Lifetimes.FOUND_MAX_SECONDS)));
        }
    }

    /** What comes back from the root; where a server of it answers, it has told who serves it. */
    public Mono<RootWord> askRoot() {
        return Mono.create(sink -> lane.execute(() -> book.priming()
                .prime(this, exchange, isAnswered -> sink.success(book.priming().word()))));
    }

    KnownDelegations known() {
        return book.known();
    }

    Priming priming() {
        return book.priming();
    }

    Lane lane() {
        return lane;
    }

    long now() {
        return lane.now();
    }

    Reach reach() {
        return book.reach();
    }

    ZoneCuts cuts() {
        return book.cuts();
    }

    StepFlights steps() {
        return book.steps();
    }

    RootHints hints() {
        return book.hints();
    }

    /** Who told these addresses, which this book looked up. */
    NameServer.AddressSource source(Whereabouts whereabouts) {
        return book.fleet() == null || whereabouts.flags().contains(HostFlag.BEYOND_RESOLVERS)
                ? NameServer.AddressSource.AUTH
                : NameServer.AddressSource.RESOLVER;
    }

    AddressBook.GluePolicy gluePolicy() {
        return book.gluePolicy();
    }
}
