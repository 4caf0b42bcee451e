package org.zonedrift.sim.loopback;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
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
import org.zonedrift.exchange.netty.NettyNetwork;
import org.zonedrift.exchange.netty.NettySettings;
import org.zonedrift.input.Target;
import org.zonedrift.operator.Operators;
import org.zonedrift.probe.ChildNs;
import org.zonedrift.safety.AddressBlock;
import org.zonedrift.safety.AddressBlocks;
import org.zonedrift.safety.AddressRules;
import org.zonedrift.safety.Exclusions;
import org.zonedrift.sim.world.Place;
import org.zonedrift.sim.world.Profile;
import org.zonedrift.sim.world.Seat;
import org.zonedrift.sim.world.World;
import org.zonedrift.telemetry.Purpose;
import org.zonedrift.verdict.Reason;
import org.zonedrift.verdict.ZoneReport;
import org.zonedrift.zone.AddressFamily;
import org.zonedrift.zone.Delegation.Glue;
import org.zonedrift.zone.ServerAddress;
import reactor.core.publisher.Flux;

/** More lanes than this machine has cores, over real sockets: what belongs to one is touched by no other. */
@Tag("slow")
class LanesUnderLoadTest {

    private static final int LANES = 4;
    private static final int ZONES = 1_500;
    private static final int AT_ONCE = 400;

    /** Such that lanes wait for limits, for servers that are crowded, and for each other's look-ups. */
    private static final Politeness TIGHT = new Politeness(3_000, 300);

    private static final LookPlan LOOKS = new LookPlan(
            ChildNs.ONE,
            LookPlan.Primaries.ASKED,
            List.of(Duration.ofSeconds(1)),
            LookPlan.ComparedData.NONE,
            LookPlan.Besides.NOBODY);

    private static final Duration LONGEST = Duration.ofMinutes(5);

    @Test
    void whatBelongsToALaneIsTouchedByNoOther() {
        World world = new World(World.Origin.of(Profile.TOPLIST, 8, ZONES));
        try (SimulatedInternet internet = SimulatedInternet.serve(world, 0)) {
            OverseenNetwork network = new OverseenNetwork(new NettyNetwork(NettySettings.withLanes(LANES)));
            List<ZoneReport> reports = new ArrayList<>();
            try (Scanner scanner = ScannerAssembly.over(network, plan(internet))) {
                Flux<Target> targets = Flux.fromStream(LongStream.range(0, ZONES)
                        .mapToObj(index -> Target.Zone.named(Target.Line.numbered(index + 1), world.name(index))));
                scanner.reports(targets).doOnNext(reports::add).blockLast(LONGEST);
            }
            assertThat(network.thrown()).isEmpty();
            assertThat(reports)
                    .hasSize(ZONES)
                    .noneMatch(report -> report.judgement().reason() == Reason.INTERNAL);
        }
    }

    private static ScanPlan plan(SimulatedInternet internet) {
        AddressBlocks loopback =
                new AddressBlocks(List.of(AddressBlock.parse("127.0.0.0/8").orElseThrow()));
        return new ScanPlan(
                new ScanPlan.Naming(hints(internet), GluePolicy.VERIFY, internet.port()),
                Asking.DEFAULT,
                TIGHT,
                LOOKS,
                Manner.authoritative(Purpose.PROBE),
                new ScanPlan.Safety(
                        Set.of(AddressFamily.IPV4), new AddressRules(AddressBlocks.none(), loopback), Exclusions::none),
                Operators.bundled(),
                new InFlightLimits(AT_ONCE, InFlightLimits.DEFAULT_PARKED));
    }

    private static RootHints hints(SimulatedInternet internet) {
        List<Glue> glue = new ArrayList<>();
        for (Seat seat : internet.world().root().seats()) {
            ServerAddress address = ServerAddress.of(Place.octets(seat.places()[0]), internet.port());
            glue.add(new Glue(seat.host(), address));
        }
        return new RootHints(glue.stream().map(Glue::host).toList(), glue);
    }
}
