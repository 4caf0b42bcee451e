package org.zonedrift.sim.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
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
import org.zonedrift.safety.AddressBlocks;
import org.zonedrift.safety.AddressRules;
import org.zonedrift.safety.Exclusions;
import org.zonedrift.sim.network.Climate;
import org.zonedrift.sim.network.Delay;
import org.zonedrift.sim.network.ReturnPath;
import org.zonedrift.sim.network.VirtualNetwork;
import org.zonedrift.sim.network.Weather;
import org.zonedrift.telemetry.Purpose;
import org.zonedrift.zone.AddressFamily;
import org.zonedrift.zone.DomainName;
import org.zonedrift.zone.NameServer;
import org.zonedrift.zone.NameServer.AddressSource;
import org.zonedrift.zone.NameServer.Listed;
import org.zonedrift.zone.NameServer.Located;
import org.zonedrift.zone.ServerAddress;
import reactor.core.publisher.Flux;

/** One operator who may be asked but slowly holds up nobody else, however many zones are his. */
class SlowOperatorTest {

    private static final int PER_SECOND = 50;
    private static final int IN_FLIGHT = 400;
    private static final int QR_AND_AA = 0x8400;

    /** Every other zone is served by two addresses of one prefix. */
    private static final IntPredicate IS_SLOW = zone -> zone % 2 == 0;

    @Test
    void fiveThousandZonesAtASlowOperatorDoNotHoldUpFiveThousandElsewhere() {
        int zones = 10_000;
        Run alone = new Run(among(zones, IS_SLOW.negate()), InFlightLimits.DEFAULT_PARKED);
        Run mixed = new Run(among(zones, zone -> true), InFlightLimits.DEFAULT_PARKED);

        assertThat(mixed.othersDone).isLessThan(2 * alone.othersDone);
        // Two questions a zone, and the limit never stands idle.
        long needed = TimeUnit.SECONDS.toNanos(zones / PER_SECOND);
        assertThat(mixed.allDone).isBetween(needed * 95 / 100, needed * 105 / 100);
        assertThat(mixed.departures.excesses()).isEmpty();
    }

    /** Zones that wait are bounded in number; beyond that nothing more is taken in. */
    @Test
    void noMoreZonesWaitThanMay() {
        Run mixed = new Run(among(2_000, zone -> true), 300);

        assertThat(mixed.mostInFlight).isBetween(300, 300 + IN_FLIGHT);
        assertThat(mixed.allDone).isLessThan(TimeUnit.SECONDS.toNanos(2_000 / PER_SECOND) * 105 / 100);
    }

    /** The provider table tells who it is by the servers' names; no two of them share a prefix. */
    @Test
    void anOperatorIsKnownByTheNamesOfItsServersWhereverTheyAre() {
        int zones = 600;
        List<Target> scattered = IntStream.range(0, zones)
                .map(zone -> 2 * zone + 1)
                .mapToObj(zone -> target(zone, "ada.ns.cloudflare.com"))
                .toList();

        Run run = new Run(scattered, InFlightLimits.DEFAULT_PARKED);

        long needed = TimeUnit.SECONDS.toNanos(2L * zones / PER_SECOND);
        assertThat(run.allDone).isBetween(needed * 95 / 100, needed * 105 / 100);
    }

    private static List<Target> among(int zones, IntPredicate wanted) {
        return IntStream.range(0, zones)
                .filter(wanted)
                .mapToObj(zone -> target(zone, "ns.example"))
                .toList();
    }

    private static Target target(int zone, String host) {
        List<Located> addresses = new ArrayList<>();
        for (int i = 1; i <= 2; i++) {
            byte[] octets = IS_SLOW.test(zone)
                    ? new byte[] {21, 1, 1, (byte) i}
                    : new byte[] {20, (byte) (zone >> Byte.SIZE), (byte) zone, (byte) i};
            addresses.add(new Located(ServerAddress.of(octets, 53), AddressSource.USER));
        }
        DomainName name = DomainName.parse("zone" + zone + ".example");
        NameServer server = new NameServer(DomainName.parse(host), Listed.PARENT, addresses, null, Set.of());
        return new Target.Zone(Target.Line.numbered(zone + 1), name, null, null, List.of(server), null);
    }

    /** One scan in simulated time. */
    private static final class Run {

        final Departures departures = new Departures(new Politeness(0, PER_SECOND));
        final long othersDone;
        final long allDone;
        int mostInFlight;
        private long othersDoneAt;
        private int reports;

        Run(List<Target> targets, int parked) {
            VirtualNetwork network =
                    new VirtualNetwork(2, Climate.everywhere(Weather.calm(Delay.of(Duration.ofMillis(20)))), 1);
            network.servers().putElsewhere(Run::replyEmpty);
            network.watch(departures);
            long began = network.lanes().get(0).now();
            try (Scanner scanner = ScannerAssembly.over(network, plan(parked), new SplittableRandom(1))) {
                scanner.reports(Flux.fromIterable(targets)).subscribe(report -> {
                    reports++;
                    if (!IS_SLOW.test((int) report.line().number() - 1)) {
                        othersDoneAt = network.lanes().get(0).now();
                    }
                });
                network.runUntil(() -> {
                    mostInFlight = Math.max(
                            mostInFlight,
                            scanner.inFlight().active() + scanner.inFlight().parked());
                    return reports == targets.size();
                });
            }
            othersDone = othersDoneAt - began;
            allDone = network.lanes().get(0).now() - began;
        }

        private static void replyEmpty(ByteBuf query, ReturnPath back) {
            ByteBuf reply = back.buffer(query.readableBytes());
            reply.writeBytes(query, query.readerIndex(), query.readableBytes());
            reply.setShort(2, reply.getShort(2) | QR_AND_AA);
            back.reply(reply, 0);
        }

        private static ScanPlan plan(int parked) {
            AddressRules rules = new AddressRules(AddressBlocks.none(), AddressBlocks.none());
            return new ScanPlan(
                    new ScanPlan.Naming(new RootHints(List.of(), List.of()), GluePolicy.TRUST, 53),
                    Asking.DEFAULT,
                    new Politeness(0, PER_SECOND, PER_SECOND, PER_SECOND),
                    LookPlan.DEFAULT,
                    Manner.authoritative(Purpose.PROBE),
                    new ScanPlan.Safety(EnumSet.of(AddressFamily.IPV4), rules, Exclusions::none),
                    Operators.bundled(),
                    new InFlightLimits(IN_FLIGHT, parked));
        }
    }
}
