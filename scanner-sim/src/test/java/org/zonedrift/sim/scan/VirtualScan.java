package org.zonedrift.sim.scan;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.zonedrift.Asking;
import org.zonedrift.InFlightLimits;
import org.zonedrift.LookPlan;
import org.zonedrift.ScanPlan;
import org.zonedrift.ScanPlan.Snapshots;
import org.zonedrift.Scanner;
import org.zonedrift.ScannerAssembly;
import org.zonedrift.delegation.AddressBook.GluePolicy;
import org.zonedrift.delegation.RootHints;
import org.zonedrift.exchange.Manner;
import org.zonedrift.exchange.Politeness;
import org.zonedrift.input.Target;
import org.zonedrift.operator.Operators;
import org.zonedrift.safety.AddressBlock;
import org.zonedrift.safety.AddressBlocks;
import org.zonedrift.safety.AddressRules;
import org.zonedrift.safety.Exclusions;
import org.zonedrift.sim.answer.Responder;
import org.zonedrift.sim.network.Climate;
import org.zonedrift.sim.network.DnsServer;
import org.zonedrift.sim.network.PacketWitness;
import org.zonedrift.sim.network.VirtualNetwork;
import org.zonedrift.sim.world.Place;
import org.zonedrift.sim.world.Seat;
import org.zonedrift.sim.world.World;
import org.zonedrift.telemetry.Purpose;
import org.zonedrift.telemetry.Telemetry;
import org.zonedrift.verdict.ZoneReport;
import org.zonedrift.wire.EdnsOption;
import org.zonedrift.zone.AddressFamily;
import org.zonedrift.zone.Delegation.Glue;
import org.zonedrift.zone.DomainName;
import org.zonedrift.zone.KnownDelegations;
import org.zonedrift.zone.ServerAddress;
import reactor.core.publisher.Flux;

/** A scan of a world in memory and in simulated time. */
final class VirtualScan {

    private static final int PORT = 53;
    private static final int ZONES_AT_ONCE = 500;
    private static final DomainName ROOT = DomainName.parse("a.root-servers.sim");

    private final World world;
    private final Climate climate;
    private final long seed;
    private Exclusions exclusions = Exclusions.none();
    private PacketWitness witness = PacketWitness.BLIND;
    private LookPlan looks = LookPlan.DEFAULT;
    private GluePolicy glue = GluePolicy.TRUST;
    private Politeness politeness = Politeness.NONE;
    private List<ServerAddress> resolvers = List.of();
    private KnownDelegations known = KnownDelegations.NONE;
    private Snapshots snapshots = Snapshots.BELIEVED;
    private @Nullable DnsServer resolver;
    private Set<AddressFamily> families = EnumSet.allOf(AddressFamily.class);
    private @Nullable ServerAddress otherRoot;
    private @Nullable Duration stopped;
    private UnaryOperator<DnsServer> overheard = UnaryOperator.identity();
    private @Nullable Telemetry telemetry;

    VirtualScan(World world, Climate climate, long seed) {
        this.world = world;
        this.climate = climate;
        this.seed = seed;
    }

    VirtualScan leavingAlone(Exclusions theseWhoAsked) {
        exclusions = theseWhoAsked;
        return this;
    }

    VirtualScan watchedBy(PacketWitness seer) {
        witness = seer;
        return this;
    }

    VirtualScan looking(LookPlan closely) {
        looks = closely;
        return this;
    }

    VirtualScan with(GluePolicy policy) {
        glue = policy;
        return this;
    }

    VirtualScan with(Politeness limits) {
        politeness = limits;
        return this;
    }

    /** Asks resolvers at these addresses for zones and hosts; they all answer as this server does. */
    VirtualScan through(DnsServer fleet, ServerAddress... addresses) {
        resolver = fleet;
        resolvers = List.of(addresses);
        return this;
    }

    /** Asks nobody for what these delegations tell. */
    VirtualScan knowing(KnownDelegations delegations) {
        known = delegations;
        return this;
    }

    /** Asks the parent too where a target brings its delegation along. */
    VirtualScan comparing() {
        snapshots = Snapshots.COMPARED;
        return this;
    }

    /** Asks servers of the world as if they were resolvers. */
    VirtualScan through(ServerAddress... addresses) {
        resolvers = List.of(addresses);
        return this;
    }

    VirtualScan over(Set<AddressFamily> these) {
        families = these;
        return this;
    }

    /** Takes an address for the root's at which nobody listens. */
    VirtualScan rootedNowhere(ServerAddress address) {
        otherRoot = address;
        return this;
    }

    /** Stops the scan after so long. */
    VirtualScan stoppedAfter(Duration time) {
        stopped = time;
        return this;
    }

    /** Puts something between the network and the servers of the world. */
    VirtualScan overheardBy(UnaryOperator<DnsServer> ear) {
        overheard = ear;
        return this;
    }

    /** The reports on these names, in the order of the names. */
    List<ZoneReport> of(List<DomainName> names) {
        return ofTargets(LongStream.range(0, names.size())
                .<Target>mapToObj(i -> Target.Zone.named(Target.Line.numbered(i + 1), names.get((int) i)))
                .toList());
    }

    /** The reports on these targets, in the order of their lines. */
    List<ZoneReport> ofTargets(List<Target> targets) {
        VirtualNetwork network = new VirtualNetwork(1, climate, seed, startIn(world));
        network.servers().putElsewhere(overheard.apply(new Responder(world)));
        DnsServer fleet = resolver;
        if (fleet != null) {
            resolvers.forEach(address -> network.servers().put(address, fleet));
        }
        if (otherRoot != null) {
            network.servers().put(otherRoot, (query, back) -> back.refuse());
        }
        network.watch(witness);
        List<ZoneReport> reports = new ArrayList<>();
        try (Scanner scanner = ScannerAssembly.over(network, plan(), new SplittableRandom(seed))) {
            scanner.reports(Flux.fromIterable(targets)).subscribe(reports::add);
            if (stopped != null) {
                network.advance(stopped);
                scanner.stop();
            }
            network.runUntil(() -> reports.size() == targets.size());
            telemetry = scanner.traffic().telemetry();
        }
        reports.sort(
                (one, other) -> Long.compare(one.line().number(), other.line().number()));
        WrittenRecords.followFromTheirEvidence(reports);
        return reports;
    }

    /** What the scan asked, by purpose. */
    Telemetry telemetry() {
        return Objects.requireNonNull(telemetry);
    }

    /** When simulated time begins. */
    static Instant startIn(World world) {
        return world.parameters().referenceInstant().plus(Duration.ofDays(20));
    }

    private ScanPlan plan() {
        return new ScanPlan(
                new ScanPlan.Naming(hints(), glue, PORT, resolvers, known, snapshots),
                Asking.DEFAULT,
                politeness,
                looks,
                Manner.authoritative(Purpose.PROBE).withOptions(Set.of(EdnsOption.NSID)),
                new ScanPlan.Safety(families, rules(), () -> exclusions),
                Operators.bundled(),
                new InFlightLimits(ZONES_AT_ONCE, InFlightLimits.DEFAULT_PARKED));
    }

    private RootHints hints() {
        List<DomainName> hosts = new ArrayList<>();
        List<Glue> glue = new ArrayList<>();
        if (otherRoot != null) {
            return new RootHints(List.of(ROOT), List.of(new Glue(ROOT, otherRoot)));
        }
        for (Seat seat : world.root().seats()) {
            hosts.add(seat.host());
            for (long place : seat.places()) {
                glue.add(new Glue(seat.host(), ServerAddress.of(Place.octets(place), PORT)));
            }
        }
        return new RootHints(hosts, glue);
    }

    private static AddressRules rules() {
        return new AddressRules(
                AddressBlocks.none(),
                new AddressBlocks(List.of(
                        AddressBlock.parse("127.0.0.0/8").orElseThrow(),
                        AddressBlock.parse("fd53::/16").orElseThrow())));
    }
}
