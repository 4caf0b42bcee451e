package org.zonedrift.cli.plan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.zonedrift.Asking;
import org.zonedrift.InFlightLimits;
import org.zonedrift.LookPlan;
import org.zonedrift.LookPlan.Besides;
import org.zonedrift.LookPlan.ComparedData;
import org.zonedrift.LookPlan.Primaries;
import org.zonedrift.ScanPlan;
import org.zonedrift.Scanner;
import org.zonedrift.ScannerAssembly;
import org.zonedrift.cli.plan.Workload.Server;
import org.zonedrift.cli.plan.Workload.Usage;
import org.zonedrift.delegation.AddressBook.GluePolicy;
import org.zonedrift.delegation.RootHints;
import org.zonedrift.exchange.Manner;
import org.zonedrift.exchange.Politeness;
import org.zonedrift.input.Target;
import org.zonedrift.operator.Operators;
import org.zonedrift.probe.ChildNs;
import org.zonedrift.safety.AddressBlock;
import org.zonedrift.safety.AddressBlocks;
import org.zonedrift.safety.AddressRules;
import org.zonedrift.safety.Exclusions;
import org.zonedrift.sim.answer.Responder;
import org.zonedrift.sim.network.Climate;
import org.zonedrift.sim.network.Delay;
import org.zonedrift.sim.network.VirtualNetwork;
import org.zonedrift.sim.network.Weather;
import org.zonedrift.sim.world.Conduct;
import org.zonedrift.sim.world.Place;
import org.zonedrift.sim.world.Profile;
import org.zonedrift.sim.world.Seat;
import org.zonedrift.sim.world.SimulatedZone;
import org.zonedrift.sim.world.World;
import org.zonedrift.telemetry.Purpose;
import org.zonedrift.verdict.ZoneReport;
import org.zonedrift.zone.AddressFamily;
import org.zonedrift.zone.Delegation;
import org.zonedrift.zone.Delegation.Glue;
import org.zonedrift.zone.Delegation.Method;
import org.zonedrift.zone.Delegation.Source;
import org.zonedrift.zone.Delegation.Standing;
import org.zonedrift.zone.DomainName;
import org.zonedrift.zone.NameServer.Listed;
import org.zonedrift.zone.ServerAddress;
import reactor.core.publisher.Flux;

/** A scan in simulated time of zones whose servers are known, and the workload that it is. */
final class SimulatedScan {

    private static final Climate CALM = Climate.everywhere(Weather.calm(Delay.of(Duration.ofMillis(10))));
    private static final int PORT = 53;

    private static final LookPlan BARE =
            new LookPlan(ChildNs.NONE, Primaries.LEFT_ALONE, List.of(), ComparedData.NONE, Besides.NOBODY);

    private final World world;
    private final List<SimulatedZone> zones = new ArrayList<>();

    /** Which of the profile's zones are scanned. */
    enum Part {
        /** Those of whose servers none is silent: silence has limits of its own. */
        ANSWERING,
        ALL
    }

    SimulatedScan(int size, Part part) {
        this.world = new World(World.Origin.of(Profile.TLD, 7, size));
        for (long number = 0; number < size; number++) {
            SimulatedZone zone = world.zone(number);
            if (zone != null && (part == Part.ALL || answers(zone))) {
                zones.add(zone);
            }
        }
    }

    private static boolean answers(SimulatedZone zone) {
        return zone.seats().stream().allMatch(seat -> seat.conduct() == Conduct.HONEST);
    }

    Workload workload() {
        Workload workload = new Workload(new Usage(1, 0));
        for (SimulatedZone zone : zones) {
            List<Server> servers = new ArrayList<>();
            for (Seat seat : atParent(zone)) {
                servers.add(new Server(seat.host(), addresses(seat)));
            }
            workload.add(servers);
        }
        return workload;
    }

    /** How long the scan takes in simulated time. */
    Duration duration(Politeness politeness) {
        VirtualNetwork network = new VirtualNetwork(1, CALM, 1);
        network.servers().putElsewhere(new Responder(world));
        List<ZoneReport> reports = new ArrayList<>();
        long began = network.now();
        try (Scanner scanner = ScannerAssembly.over(network, plan(politeness), new SplittableRandom(1))) {
            scanner.reports(Flux.fromIterable(targets())).subscribe(reports::add);
            network.runUntil(() -> reports.size() == zones.size());
        }
        return Duration.ofNanos(network.now() - began);
    }

    private List<Target> targets() {
        List<Target> targets = new ArrayList<>();
        for (SimulatedZone zone : zones) {
            Target.Line line = Target.Line.numbered(targets.size() + 1L);
            targets.add(new Target.Zone(line, zone.apex(), null, delegation(zone), List.of(), null));
        }
        return targets;
    }

    private static Delegation delegation(SimulatedZone zone) {
        Set<DomainName> hosts = new HashSet<>();
        List<Glue> glue = new ArrayList<>();
        for (Seat seat : atParent(zone)) {
            hosts.add(seat.host());
            addresses(seat).forEach(address -> glue.add(new Glue(seat.host(), address)));
        }
        return new Delegation(
                zone.apex(), Standing.DELEGATED, Source.of(Method.ZONE_FILE), hosts, null, glue, Set.of());
    }

    private static List<Seat> atParent(SimulatedZone zone) {
        return zone.seats().stream()
                .filter(seat -> seat.listed() != Listed.CHILD && seat.places().length > 0)
                .toList();
    }

    private static List<ServerAddress> addresses(Seat seat) {
        return LongStream.of(seat.places())
                .mapToObj(place -> ServerAddress.of(Place.octets(place), PORT))
                .toList();
    }

    private ScanPlan plan(Politeness politeness) {
        AddressBlocks loopback =
                new AddressBlocks(List.of(AddressBlock.parse("127.0.0.0/8").orElseThrow()));
        return new ScanPlan(
                new ScanPlan.Naming(new RootHints(List.of(), List.of()), GluePolicy.TRUST, PORT),
                Asking.DEFAULT,
                politeness,
                BARE,
                Manner.authoritative(Purpose.PROBE),
                new ScanPlan.Safety(
                        EnumSet.allOf(AddressFamily.class),
                        new AddressRules(AddressBlocks.none(), loopback),
                        Exclusions::none),
                Operators.bundled(),
                new InFlightLimits(zones.size(), InFlightLimits.DEFAULT_PARKED));
    }
}
