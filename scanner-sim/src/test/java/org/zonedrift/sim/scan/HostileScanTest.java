package org.zonedrift.sim.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.zonedrift.exchange.Politeness;
import org.zonedrift.sim.gallery.Gallery;
import org.zonedrift.sim.network.Climate;
import org.zonedrift.sim.network.Delay;
import org.zonedrift.sim.network.Weather;
import org.zonedrift.sim.world.Conduct;
import org.zonedrift.sim.world.Families;
import org.zonedrift.sim.world.Seat;
import org.zonedrift.sim.world.World;
import org.zonedrift.verdict.Judgement;
import org.zonedrift.verdict.Reason;
import org.zonedrift.verdict.Verdict;
import org.zonedrift.verdict.ZoneReport;
import org.zonedrift.zone.DomainName;
import org.zonedrift.zone.NameServer.Listed;

/** Zones made to turn a scan against somebody: how many packets reach the victim. */
class HostileScanTest {

    private static final Climate CALM = Climate.everywhere(Weather.calm(Delay.of(Duration.ofMillis(10))));
    private static final long MINUTE_NANOS = 60_000_000_000L;

    /** The packets of one zone's own delegation work, and those of a host's look-up. */
    private static final int ZONE_BUDGET = 120;

    private static final int HOST_BUDGET = 30;

    /** The question that spends the last of a budget may take two packets more. */
    private static final int LAST_TRIES = 2;

    private final Ear ear = new Ear();
    private final HandmadeWorld handmade = new HandmadeWorld();

    private Judgement judged(World world, DomainName zone) {
        return new VirtualScan(world, CALM, 1)
                .overheardBy(ear)
                .of(List.of(zone))
                .get(0)
                .judgement();
    }

    private static DomainName name(String text) {
        return DomainName.parse(text);
    }

    @Test
    void T113_aReferralToAHundredNamesCostsTheVictimTenQuestionsAtMost() {
        Judgement judgement = judged(new Gallery(Families.IPV4).world(1), name("nxns.exhibit"));

        assertThat(Inspection.flags(judgement)).contains("ns-count-capped", "nxns-suspected");
        assertThat(judgement.reason()).isEqualTo(Reason.NO_ADDRESS);
        assertThat(ear.below(name("victim.backstage"))).hasSizeBetween(1, 10);
    }

    @Test
    void zonesThatFanOutIntoEachOtherEndAtTheBudgetOfEachLookUp() {
        int zones = 60;
        for (int i = 0; i < zones; i++) {
            DomainName zone = name("z" + i + ".handmade");
            List<Seat> seats = new ArrayList<>();
            for (int j = 0; j < 20; j++) {
                DomainName host = name("h" + j + ".z" + (i * 20 + j + 1) % zones + ".handmade");
                seats.add(HandmadeWorld.seat(zone, host, Listed.BOTH, new long[0], List.of(host)));
            }
            handmade.zone(zone.toString(), seats);
        }

        Judgement judgement = judged(handmade.world(), name("z0.handmade"));

        assertThat(judgement.verdict()).isEqualTo(Verdict.UNSERVED);
        assertThat(ear.below(HandmadeWorld.TLD)).hasSizeLessThanOrEqualTo(1 + 5 * (HOST_BUDGET + LAST_TRIES));
    }

    /** A parent whose servers' names lead, two steps further, to hundreds of dead addresses. */
    @Test
    void aZoneWhoseParentLeadsFarAfieldEndsAtItsBudget() {
        handmade.zone("parent.handmade", hostsIn("parent.handmade", "d%d.handmade"));
        for (int i = 0; i < 5; i++) {
            handmade.zone("d" + i + ".handmade", hostsIn("d" + i + ".handmade", "e" + i + "%d.handmade"));
            for (int j = 0; j < 5; j++) {
                DomainName victim = name("e" + i + j + ".handmade");
                int block = 10 + i * 5 + j;
                handmade.zone(
                        victim.toString(),
                        IntStream.range(0, 6)
                                .mapToObj(n -> dead(victim, block, n))
                                .toList());
            }
        }

        Judgement judgement = judged(handmade.world(), name("zone.parent.handmade"));

        assertThat(judgement.verdict()).isEqualTo(Verdict.DELEGATION_UNKNOWN);
        assertThat(judgement.reason()).isEqualTo(Reason.QUERY_BUDGET);
        long atVictims = ear.all().stream()
                .filter(heard -> heard.address().startsWith("127.200.")
                        && !heard.address().startsWith("127.200.0."))
                .count();
        assertThat(atVictims).isBetween(90L, (long) ZONE_BUDGET + LAST_TRIES);
    }

    private static List<Seat> hostsIn(String zone, String domain) {
        return IntStream.range(0, 5)
                .mapToObj(i -> name("ns." + String.format(domain, i)))
                .map(host -> HandmadeWorld.seat(name(zone), host, Listed.BOTH, new long[0], List.of(host)))
                .toList();
    }

    private static Seat dead(DomainName zone, int block, int number) {
        DomainName host = zone.child("ns" + number);
        long[] places = {HandmadeWorld.place(block, number + 1)};
        return HandmadeWorld.seat(zone, host, Listed.BOTH, places, List.of(host))
                .with(Conduct.DEAD);
    }

    @Test
    void aVictimsDomainIsAskedSixHundredQuestionsAMinuteHoweverManyZonesNameIt() {
        int zones = 1_500;
        DomainName victim = name("victim.handmade");
        DomainName host = victim.child("ns");
        Seat seat =
                HandmadeWorld.seat(victim, host, Listed.BOTH, new long[] {HandmadeWorld.place(7, 7)}, List.of(host));
        handmade.zone(victim.toString(), List.of(seat), name -> name.isBelow(victim) ? new long[0] : null);
        List<DomainName> names = new ArrayList<>();
        for (int i = 0; i < zones; i++) {
            DomainName zone = name("evil" + i + ".handmade");
            DomainName named = victim.child("h" + i);
            names.add(zone);
            handmade.zone(
                    zone.toString(),
                    List.of(HandmadeWorld.seat(zone, named, Listed.BOTH, new long[0], List.of(named))));
        }

        List<ZoneReport> reports = new VirtualScan(handmade.world(), CALM, 1)
                .with(Politeness.DEFAULT)
                .overheardBy(ear)
                .of(names);

        assertThat(reports).allMatch(report -> report.judgement().reason() == Reason.NO_ADDRESS);
        List<Long> times =
                ear.below(victim).stream().map(Ear.Heard::nanos).sorted().toList();
        assertThat(times).hasSizeGreaterThanOrEqualTo(2 * zones);
        assertThat(mostInAMinute(times)).isBetween(500, 600);
    }

    private static int mostInAMinute(List<Long> times) {
        int most = 0;
        int first = 0;
        for (int last = 0; last < times.size(); last++) {
            while (times.get(last) - times.get(first) >= MINUTE_NANOS) {
                first++;
            }
            most = Math.max(most, last - first + 1);
        }
        return most;
    }
}
