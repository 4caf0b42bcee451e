package org.zonedrift.sim.scan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.zonedrift.Asking;
import org.zonedrift.InFlightLimits;
import org.zonedrift.LookPlan;
import org.zonedrift.ScanPlan;
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
import org.zonedrift.sim.network.PacketWitness;
import org.zonedrift.sim.network.VirtualNetwork;
import org.zonedrift.sim.world.Place;
import org.zonedrift.sim.world.Seat;
import org.zonedrift.sim.world.World;
import org.zonedrift.telemetry.Purpose;
import org.zonedrift.verdict.ZoneReport;
import org.zonedrift.wire.EdnsOption;
import org.zonedrift.zone.AddressFamily;
import org.zonedrift.zone.Delegation.Glue;
import org.zonedrift.zone.DomainName;
import org.zonedrift.zone.ServerAddress;
import reactor.core.publisher.Flux;

/** A scan of a world in memory and in simulated time. */
final class VirtualScan {

    private static final int PORT = 53;
    private static final int ZONES_AT_ONCE = 500;

    private final World world;
    private final Climate climate;
    private final long seed;
    private Exclusions exclusions = Exclusions.none();
    private PacketWitness witness = PacketWitness.BLIND;

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

    /** The reports on these names, in the order of the names. */
    List<ZoneReport> of(List<DomainName> names) {
        VirtualNetwork network = new VirtualNetwork(
                1, climate, seed, world.parameters().referenceInstant().plus(Duration.ofDays(20)));
        network.servers().putElsewhere(new Responder(world));
        network.watch(witness);
        List<ZoneReport> reports = new ArrayList<>();
        Flux<Target> targets = Flux.fromStream(LongStream.range(0, names.size())
                .mapToObj(i -> Target.Zone.named(Target.Line.numbered(i + 1), names.get((int) i))));
        try (Scanner scanner = ScannerAssembly.over(network, plan(), new SplittableRandom(seed))) {
            scanner.reports(targets).subscribe(reports::add);
            network.runUntil(() -> reports.size() == names.size());
        }
        reports.sort(
                (one, other) -> Long.compare(one.line().number(), other.line().number()));
        return reports;
    }

    private ScanPlan plan() {
        Set<AddressFamily> families = EnumSet.allOf(AddressFamily.class);
        return new ScanPlan(
                new ScanPlan.Naming(hints(), GluePolicy.TRUST, PORT),
                Asking.DEFAULT,
                Politeness.NONE,
                LookPlan.DEFAULT,
                Manner.authoritative(Purpose.PROBE).withOptions(Set.of(EdnsOption.NSID)),
                new ScanPlan.Safety(families, rules(), () -> exclusions),
                Operators.bundled(),
                new InFlightLimits(ZONES_AT_ONCE, InFlightLimits.DEFAULT_PARKED));
    }

    private RootHints hints() {
        List<DomainName> hosts = new ArrayList<>();
        List<Glue> glue = new ArrayList<>();
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
