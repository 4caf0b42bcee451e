package org.zonedrift.sim.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.zonedrift.LookPlan;
import org.zonedrift.probe.ChildNs;
import org.zonedrift.sim.network.Climate;
import org.zonedrift.sim.network.Delay;
import org.zonedrift.sim.network.Mishaps;
import org.zonedrift.sim.network.Weather;
import org.zonedrift.sim.world.Families;
import org.zonedrift.sim.world.Profile;
import org.zonedrift.sim.world.Truth;
import org.zonedrift.sim.world.World;
import org.zonedrift.verdict.Judgement;
import org.zonedrift.verdict.ZoneReport;
import org.zonedrift.zone.DomainName;

/** A scan of the simulated Internet says what is true. */
class WorldScanTest {

    /** Enough for every kind of defect; more with {@code -Dzonedrift.zones=100000}. */
    private static final int ZONES = Integer.getInteger("zonedrift.zones", 500);

    /** Both ways together 0.4 % of the round trips. */
    private static final double LOSS_ONE_WAY = .002;

    private static final LookPlan THE_PARENTS_SERVERS_ONCE = new LookPlan(
            ChildNs.NONE,
            LookPlan.Primaries.LEFT_ALONE,
            List.of(),
            LookPlan.ComparedData.NONE,
            LookPlan.Besides.NOBODY);

    private static final Weather CALM = Weather.calm(Delay.of(Duration.ofMillis(10)));

    @ParameterizedTest
    @EnumSource(Profile.class)
    void withoutLossEveryVerdictReasonAndFlagIsTheTruth(Profile profile) {
        World world = world(profile);
        List<String> wrong = new ArrayList<>();
        List<ZoneReport> reports = scan(world, Climate.everywhere(CALM));
        for (int i = 0; i < ZONES; i++) {
            String difference = difference(world.truth(i), reports.get(i).judgement());
            if (!difference.isEmpty()) {
                wrong.add(difference);
            }
        }
        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Profile.class)
    void aScanThatAsksOnlyTheServersOfTheParentFindsWhatTheyAddUpTo(Profile profile) {
        World world = world(profile);
        List<ZoneReport> reports = new VirtualScan(world, Climate.everywhere(CALM), 1)
                .looking(THE_PARENTS_SERVERS_ONCE)
                .of(namesIn(world));
        long seenOtherwise = 0;
        for (int i = 0; i < ZONES; i++) {
            Truth truth = world.truthOfServersOfParent(i);
            assertThat(reports.get(i).judgement().verdict())
                    .as(truth.name().toString())
                    .isEqualTo(truth.first());
            seenOtherwise += truth.first() == world.truth(i).first() ? 0 : 1;
        }
        assertThat(seenOtherwise)
                .as("zones whose own servers make a difference")
                .isPositive();
    }

    @Test
    void withLossNoDifferenceIsInventedAndAlmostEveryVerdictIsTheTruth() {
        World world = world(Profile.TOPLIST);
        Mishaps loss = Mishaps.NONE.withLoss(LOSS_ONE_WAY);
        List<ZoneReport> reports = scan(world, Climate.everywhere(CALM.with(loss)));
        int exact = 0;
        for (int i = 0; i < ZONES; i++) {
            Truth truth = world.truth(i);
            Judgement judgement = reports.get(i).judgement();
            assertThat(truth.allowedUnderLoss()).as(truth.name().toString()).contains(judgement.verdict());
            exact += judgement.verdict() == truth.verdict() ? 1 : 0;
        }
        assertThat(exact / (double) ZONES).isGreaterThanOrEqualTo(.995);
    }

    /** T-165. */
    @Test
    void anOutageOfOursInMidScanMakesNobodyUnserved() {
        World world = world(Profile.TOPLIST);
        long start = TimeUnit.SECONDS.toNanos(VirtualScan.startIn(world).getEpochSecond());
        Weather weather = CALM.withOutage(
                now -> now - start > TimeUnit.MILLISECONDS.toNanos(800) && now - start < TimeUnit.SECONDS.toNanos(60));
        List<ZoneReport> reports = scan(world, Climate.everywhere(weather));
        for (int i = 0; i < ZONES; i++) {
            Truth truth = world.truth(i);
            assertThat(reports.get(i).judgement().verdict())
                    .as(truth.name().toString())
                    .isEqualTo(truth.verdict());
        }
        assertThat(reports).anyMatch(report -> report.durationMillis() > TimeUnit.SECONDS.toMillis(50));
    }

    private static World world(Profile profile) {
        return new World(new World.Origin(profile, 7, ZONES, World.DEFAULT_POOL, Families.DUAL));
    }

    private static List<DomainName> namesIn(World world) {
        return LongStream.range(0, ZONES).mapToObj(world::name).toList();
    }

    private static List<ZoneReport> scan(World world, Climate climate) {
        List<ZoneReport> reports = new VirtualScan(world, climate, 1).of(namesIn(world));
        assertThat(reports).hasSize(ZONES);
        return reports;
    }

    private static String difference(Truth truth, Judgement judgement) {
        Set<String> flags = new TreeSet<>();
        judgement.findings().forEach(flag -> flags.add(flag.key()));
        judgement.facts().forEach(flag -> flags.add(flag.key()));
        boolean right = judgement.verdict() == truth.verdict()
                && judgement.reason() == truth.reason()
                && flags.containsAll(truth.mustHave())
                && truth.mustNotHave().stream().noneMatch(flags::contains);
        return right ? "" : judgement.verdict() + "/" + judgement.reason() + flags + " but " + truth;
    }
}
