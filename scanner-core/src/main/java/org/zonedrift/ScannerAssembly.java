package org.zonedrift;

import java.security.SecureRandom;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.zonedrift.Asking.Replies;
import org.zonedrift.delegation.AddressBook;
import org.zonedrift.delegation.Delegations;
import org.zonedrift.delegation.IterativeDelegations;
import org.zonedrift.delegation.LaneBook;
import org.zonedrift.delegation.Reach;
import org.zonedrift.delegation.ResolverDelegations;
import org.zonedrift.delegation.ResolverFleet;
import org.zonedrift.delegation.VictimLimit;
import org.zonedrift.exchange.DnsExchange;
import org.zonedrift.exchange.KnownServers;
import org.zonedrift.exchange.Lane;
import org.zonedrift.exchange.Limits;
import org.zonedrift.exchange.Manner.Transport;
import org.zonedrift.exchange.OverheardExchange.Ear;
import org.zonedrift.exchange.Patience;
import org.zonedrift.exchange.Uplink;
import org.zonedrift.exchange.engine.Network;
import org.zonedrift.probe.ZoneProber;
import org.zonedrift.telemetry.Telemetry;
import org.zonedrift.verdict.Judge;
import org.zonedrift.wire.MessageReader.Octets;
import org.zonedrift.zone.ServerAddress;

/** Puts a scanner together; what the order of the decorators means is to be read here. */
public final class ScannerAssembly {

    private final Network network;
    private final ScanPlan plan;
    private final RandomGenerator random;
    private final Neighbourliness neighbourliness;
    private final AddressBook book;
    private final AddressBook hosts;
    private final @Nullable ResolverFleet fleet;
    private final Limits limits;
    private final Uplink uplink = new Uplink();
    private final Telemetry telemetry;
    private final Ear ear;

    private ScannerAssembly(Network network, ScanPlan plan, RandomGenerator random, Ear ear) {
        this.ear = ear;
        this.network = network;
        this.plan = plan;
        this.random = random;
        this.limits = new Limits(plan.politeness());
        this.telemetry = new Telemetry(network::datagramsDroppedHere);
        this.neighbourliness = new Neighbourliness(plan.safety());
        Reach reach = new Reach(
                plan.naming().port(), plan.safety().families(), neighbourliness::permitsHost, neighbourliness::permits);
        this.book = new AddressBook(plan.naming().hints(), reach, plan.naming().glue())
                .knowing(plan.naming().known())
                .holding(plan.inFlight().hostOctets())
                .sparing(victimLimit(plan));
        this.fleet = fleet(plan.naming().resolvers());
        this.hosts = fleet == null ? book : book.asking(fleet);
    }

    private static VictimLimit victimLimit(ScanPlan plan) {
        return plan.politeness().perServer() == 0
                ? VictimLimit.none()
                : VictimLimit.usual(plan.operators()::registeredAbove);
    }

    private static @Nullable ResolverFleet fleet(List<ServerAddress> resolvers) {
        return resolvers.isEmpty() ? null : new ResolverFleet(resolvers);
    }

    /** A scanner over this network, with message ids that nobody can guess. */
    public static Scanner over(Network network, ScanPlan plan) {
        return over(network, plan, new SecureRandom());
    }

    /** The same with chosen randomness, for a simulation that can be repeated. */
    public static Scanner over(Network network, ScanPlan plan, RandomGenerator random) {
        return over(network, plan, random, Ear.NONE);
    }

    /** A scanner of which somebody hears every question and what came of it. */
    public static Scanner overheard(Network network, ScanPlan plan, Ear ear) {
        return over(network, plan, new SecureRandom(), ear);
    }

    private static Scanner over(Network network, ScanPlan plan, RandomGenerator random, Ear ear) {
        ScannerAssembly assembly = new ScannerAssembly(network, plan, random, ear);
        List<Stages> lanes = network.lanes().stream().map(assembly::stages).toList();
        return new Scanner(lanes, plan.inFlight(), assembly.traffic(), network::close);
    }

    private ScanTraffic traffic() {
        return new ScanTraffic(
                telemetry,
                limits,
                uplink,
                plan.naming().known(),
                network.lanes().get(0)::now);
    }

    private Stages stages(Lane lane) {
        KnownServers servers = new KnownServers(limits);
        DnsExchange exchange = exchange(lane, servers);
        OperatorLimits operatorLimits = new OperatorLimits(plan.operators());
        LaneBook fromTheRoot = book.on(lane, exchange, operatorLimits);
        Delegations parents = new IterativeDelegations(fromTheRoot);
        return new Stages(
                lane,
                exchange,
                fromTheRoot,
                fleet == null ? parents : new ResolverDelegations(fleet, parents),
                hosts.on(lane, exchange, operatorLimits),
                operatorLimits,
                Probers.of(new ZoneProber(plan.probes(), plan.looks().childNs(), neighbourliness)),
                new Judge(plan.operators()),
                new Lobby(servers, lane),
                plan);
    }

    private DnsExchange exchange(Lane lane, KnownServers servers) {
        Patience patience =
                new Patience(plan.asking().timeout().toNanos(), plan.asking().tries());
        Transport first = plan.probes().transport();
        return new ExchangeAssembly(network, limits, uplink, patience, first, octets(), ear)
                .on(lane, servers, telemetry, random);
    }

    private Octets octets() {
        return plan.asking().replies() == Replies.KEPT ? Octets.KEPT : Octets.LEFT;
    }
}
