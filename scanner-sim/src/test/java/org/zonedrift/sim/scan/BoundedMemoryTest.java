package org.zonedrift.sim.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
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
import org.zonedrift.probe.ChildNs;
import org.zonedrift.safety.AddressBlock;
import org.zonedrift.safety.AddressBlocks;
import org.zonedrift.safety.AddressRules;
import org.zonedrift.safety.Exclusions;
import org.zonedrift.sim.answer.Responder;
import org.zonedrift.sim.network.Climate;
import org.zonedrift.sim.network.Delay;
import org.zonedrift.sim.network.Mishaps;
import org.zonedrift.sim.network.VirtualNetwork;
import org.zonedrift.sim.network.Weather;
import org.zonedrift.sim.world.Place;
import org.zonedrift.sim.world.Profile;
import org.zonedrift.sim.world.World;
import org.zonedrift.telemetry.Purpose;
import org.zonedrift.zone.AddressFamily;
import org.zonedrift.zone.Delegation.Glue;
import org.zonedrift.zone.ServerAddress;
import reactor.core.publisher.Flux;

/** In bad weather too, what a scan keeps alive follows from what is in flight, and not from what is done. */
@Tag("slow")
class BoundedMemoryTest {

    private static final int ZONES = 3_000;
    private static final int AT_ONCE = 20;
    private static final int SAMPLES = 6;

    /** Questions, tries, waits and look-ups of one zone at a time: so far fewer than zones that are done. */
    private static final long PER_ZONE = 64;

    /** What a server that was met costs for as long as it is remembered; caches have limits of their own. */
    private static final long OCTETS_PER_SERVER = 4_096;

    private static final int PORT = 53;

    private static final LookPlan NO_SECOND_LOOK = new LookPlan(
            ChildNs.ONE, LookPlan.Primaries.ASKED, List.of(), LookPlan.ComparedData.NONE, LookPlan.Besides.NOBODY);

    private static final List<String> WORK = List.of(
            "org.zonedrift.ZonePlace",
            "org.zonedrift.ZoneVisit",
            "org.zonedrift.exchange.RetryingExchange$Asking",
            "org.zonedrift.exchange.OutageProofExchange$Asked",
            "org.zonedrift.exchange.MeasuredExchange$Measuring",
            "org.zonedrift.exchange.Passage",
            "org.zonedrift.exchange.Gate",
            "org.zonedrift.exchange.engine.UdpQuestion",
            "org.zonedrift.exchange.engine.Try",
            "org.zonedrift.exchange.engine.StreamQuestion",
            "org.zonedrift.exchange.engine.Conversation",
            "org.zonedrift.delegation.Flight",
            "org.zonedrift.delegation.Flight$Waiter",
            "org.zonedrift.probe.Observation",
            "org.zonedrift.verdict.ZoneReport");

    @Test
    void whatIsAliveDoesNotGrowWithTheZonesThatAreDone() {
        List<LiveObjects> samples = new ArrayList<>();
        World world = new World(World.Origin.of(Profile.TOPLIST, 9, ZONES));
        scan(world, samples);

        assertThat(samples).hasSize(SAMPLES);
        for (LiveObjects alive : samples) {
            assertThat(alive.of("org.zonedrift.ZonePlace")).isBetween(0L, (long) AT_ONCE + 1);
            assertThat(WORK)
                    .allSatisfy(type -> assertThat(alive.of(type)).as(type).isLessThan(AT_ONCE * PER_ZONE));
        }
        assertThat(samples.get(0).of("org.zonedrift.exchange.RetryingExchange$Asking"))
                .as("the names are those of the program")
                .isPositive();
        long servers = samples.get(SAMPLES - 1).of("org.zonedrift.exchange.Destination");
        assertThat(servers).isPositive();
        assertThat(samples.get(SAMPLES - 1).octetsOf("org.zonedrift.exchange")).isLessThan(servers * OCTETS_PER_SERVER);
    }

    private static void scan(World world, List<LiveObjects> samples) {
        VirtualNetwork network = new VirtualNetwork(2, storm(), 4, VirtualScan.startIn(world));
        network.servers().putElsewhere(new Responder(world));
        int[] done = new int[1];
        Flux<Target> targets = Flux.fromStream(LongStream.range(0, ZONES)
                .mapToObj(index -> Target.Zone.named(Target.Line.numbered(index + 1), world.name(index))));
        try (Scanner scanner = ScannerAssembly.over(network, plan(world), new SplittableRandom(4))) {
            scanner.reports(targets).subscribe(report -> {
                if (++done[0] % (ZONES / SAMPLES) == 0) {
                    samples.add(LiveObjects.now());
                }
            });
            network.runUntil(() -> done[0] == ZONES);
        }
    }

    private static ScanPlan plan(World world) {
        AddressBlocks simulated =
                new AddressBlocks(List.of(AddressBlock.parse("127.0.0.0/8").orElseThrow()));
        List<Glue> roots = world.root().seats().stream()
                .map(seat -> new Glue(seat.host(), ServerAddress.of(Place.octets(seat.places()[0]), PORT)))
                .toList();
        RootHints hints = new RootHints(roots.stream().map(Glue::host).toList(), roots);
        return new ScanPlan(
                new ScanPlan.Naming(hints, GluePolicy.TRUST, PORT),
                Asking.DEFAULT,
                Politeness.NONE,
                NO_SECOND_LOOK,
                Manner.authoritative(Purpose.PROBE),
                new ScanPlan.Safety(
                        Set.of(AddressFamily.IPV4),
                        new AddressRules(AddressBlocks.none(), simulated),
                        Exclusions::none),
                Operators.bundled(),
                new InFlightLimits(AT_ONCE, AT_ONCE));
    }

    private static Climate storm() {
        Mishaps mishaps = Mishaps.NONE
                .withLoss(.15)
                .withDuplication(.2)
                .withReordering(.2)
                .withForgery(.2);
        return Climate.everywhere(
                Weather.calm(Delay.logNormal(Duration.ofMillis(60), .5)).with(mishaps));
    }
}
