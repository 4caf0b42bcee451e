package org.zonedrift.sim.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.zonedrift.exchange.Manner.Transport;
import org.zonedrift.fleet.Judged;
import org.zonedrift.fleet.Load;
import org.zonedrift.fleet.LoadStep;
import org.zonedrift.fleet.RateProfile;
import org.zonedrift.fleet.Spacing;
import org.zonedrift.fleet.StepResult;
import org.zonedrift.fleet.Tally;
import org.zonedrift.sim.network.Delay;
import org.zonedrift.sim.resolver.Temper;
import org.zonedrift.sim.resolver.Temper.Faults;
import org.zonedrift.sim.resolver.Temper.Stall;

/** What a benchmark says of resolvers whose every habit is known. */
class BenchmarkTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Temper TEN_MILLIS = Temper.sound(Delay.of(Duration.ofMillis(10)));

    private static LoadStep rate(int perSecond) {
        return LoadStep.of(new Load.Open(RateProfile.constant(perSecond), Spacing.POISSON), MINUTE);
    }

    private static double millis(Histogram histogram, double percentile) {
        return histogram.getValueAtPercentile(percentile) / 1e6;
    }

    @Test
    void aStallShowsInTheOpenLoopAndHidesInTheClosedOne() {
        Temper stalling = TEN_MILLIS.with(new Stall(Duration.ofSeconds(5), Duration.ofMillis(200)));

        Tally open = only(new VirtualFleet().with("stalling", stalling).run(rate(40)));
        Tally closed = only(new VirtualFleet().with("stalling", stalling).run(LoadStep.of(new Load.Closed(1), MINUTE)));

        assertThat(millis(open.latency(), 99)).isBetween(150.0, 215.0);
        assertThat(millis(closed.latency(), 99)).isLessThan(11);
        assertThat(millis(closed.latency(), 100)).isGreaterThan(150);
    }

    @Test
    void queriesLeaveWhenTheyAreDueWhateverBecomesOfThem() {
        StepResult result =
                new VirtualFleet().with("sound", TEN_MILLIS).run(rate(40)).get(0);
        Tally tally = result.tallies().get(0);

        assertThat(tally.sent()).isCloseTo(2_400L, Offset.offset(200L));
        assertThat(tally.answered()).isEqualTo(tally.sent());
        assertThat(millis(tally.latency(), 50)).isCloseTo(10, Offset.offset(0.1));
        assertThat(tally.mean() / 1e6).isCloseTo(10, Offset.offset(0.1));
        assertThat(millis(tally.lag(), 100)).isLessThan(0.01);
        assertThat(result.isGeneratorLimited(0)).isFalse();
    }

    @Test
    void theSlowAndTheLossyAndTheLyingAreToldApart() {
        List<Tally> tallies = new VirtualFleet()
                .with("good", TEN_MILLIS)
                .with("slow", Temper.sound(Delay.of(Duration.ofMillis(80))))
                .with("lossy", TEN_MILLIS.with(Faults.NONE.withLoss(0.05)))
                .with(
                        "lying",
                        TEN_MILLIS.with(Faults.NONE
                                .withRewriting(1)
                                .withWrongData(0.1)
                                .withBlocking(0.05)
                                .withServerFailures(0.02)))
                .run(rate(40))
                .get(0)
                .tallies();

        Tally good = tallies.get(0);
        Tally lying = tallies.get(3);
        assertThat(millis(tallies.get(1).latency(), 50)).isCloseTo(80, Offset.offset(0.5));
        assertThat((double) tallies.get(2).lost() / tallies.get(2).sent()).isCloseTo(0.05, Offset.offset(0.015));
        assertThat(tallies.get(2).percentileOfAll(99)).isEqualTo(-1);
        assertThat(good.judgedAs(Judged.AGREES)).isEqualTo(good.answered());
        assertThat(share(lying, Judged.NXDOMAIN_REWRITTEN)).isCloseTo(0.1, Offset.offset(0.02));
        assertThat(share(lying, Judged.WRONG_DATA)).isCloseTo(0.09, Offset.offset(0.03));
        assertThat(share(lying, Judged.BLOCKED)).isBetween(0.02, 0.08);
        assertThat(share(lying, Judged.SERVFAIL)).isBetween(0.005, 0.04);
        assertThat(tallies).allSatisfy(tally -> assertThat(tally.sent()).isCloseTo(2_400L, Offset.offset(150L)));
    }

    @Test
    void everyResolverGetsTheSameQueries() {
        List<Tally> tallies = new VirtualFleet()
                .with("one", TEN_MILLIS)
                .with("two", TEN_MILLIS)
                .run(rate(40))
                .get(0)
                .tallies();

        assertThat(tallies.get(0).sent()).isEqualTo(tallies.get(1).sent());
        assertThat(tallies.get(0).rcodes()).isEqualTo(tallies.get(1).rcodes());
    }

    @Test
    void lanesShareTheRate() {
        StepResult result = new VirtualFleet()
                .onLanes(3)
                .with("sound", TEN_MILLIS)
                .run(new LoadStep(
                        new Load.Open(RateProfile.constant(30), Spacing.CONSTANT),
                        MINUTE,
                        Duration.ofSeconds(10),
                        Long.MAX_VALUE))
                .get(0);

        assertThat(result.tallies().get(0).sent()).isCloseTo(1_500L, Offset.offset(3L));
        assertThat(result.sentPerSecond(0)).isCloseTo(30, Offset.offset(0.1));
    }

    @Test
    void aStepCanEndByCount() {
        LoadStep step =
                new LoadStep(new Load.Open(RateProfile.constant(100), Spacing.POISSON), MINUTE, Duration.ZERO, 777);

        assertThat(only(new VirtualFleet().onLanes(2).with("sound", TEN_MILLIS).run(step))
                        .sent())
                .isEqualTo(777);
    }

    @Test
    void answersAfterTheTimeoutAreLostAndLate() {
        Temper slow = Temper.sound(Delay.of(Duration.ofMillis(300)));

        Tally tally = only(new VirtualFleet()
                .patientFor(Duration.ofMillis(100))
                .with("slow", slow)
                .run(rate(40)));

        assertThat(tally.answered()).isZero();
        assertThat(tally.lost()).isEqualTo(tally.sent());
        assertThat(tally.late()).isCloseTo(tally.sent(), Offset.offset(30L));
    }

    @Test
    void whatIsTruncatedIsAskedAgainOverTcp() {
        Tally tally = only(new VirtualFleet()
                .with("terse", TEN_MILLIS.with(Faults.NONE.withTruncation(0.2)))
                .run(rate(40)));

        assertThat((double) tally.truncated() / tally.sent()).isCloseTo(0.2, Offset.offset(0.05));
        assertThat(tally.tcpRetries()).isEqualTo(tally.truncated());
        assertThat(tally.answered()).isEqualTo(tally.sent());
    }

    @Test
    void resolversCanBeAskedOverTcp() {
        Tally tally = only(
                new VirtualFleet().over(Transport.TCP).with("sound", TEN_MILLIS).run(rate(40)));

        assertThat(tally.answered()).isEqualTo(tally.sent()).isCloseTo(2_400L, Offset.offset(200L));
        assertThat(millis(tally.latency(), 50)).isCloseTo(10, Offset.offset(1.0));
    }

    @Test
    void theSameSeedGivesTheSameRun() {
        VirtualFleet fleet = new VirtualFleet().with("lossy", TEN_MILLIS.with(Faults.NONE.withLoss(0.1)));
        Tally one = only(fleet.run(rate(40)));
        Tally other = only(fleet.run(rate(40)));

        assertThat(one.latency()).isEqualTo(other.latency());
        assertThat(one.lost()).isEqualTo(other.lost());
    }

    @Test
    void everyQueryCountsInTheSecondInWhichItWasDue() {
        Temper failing = TEN_MILLIS.with(new Stall(MINUTE, Duration.ofSeconds(3)));

        Tally tally = only(new VirtualFleet()
                .patientFor(Duration.ofSeconds(1))
                .with("asleep", failing)
                .run(rate(40)));

        var stretches = tally.timeLine().stretches();
        assertThat(stretches).hasSize(60);
        assertThat(stretches.get(0).answered()).isZero();
        assertThat(stretches.get(1).answered()).isZero();
        assertThat(stretches.get(2).lost()).isLessThan(10);
        assertThat(stretches.get(2).latency().getMaxValue()).isGreaterThan(TimeUnit.MILLISECONDS.toNanos(900));
        assertThat(stretches.get(4).lost()).isZero();
    }

    /** A lookup that is long for everybody says nothing of one of them. */
    @Test
    void everyQueryIsComparedWithItsOwnTwins() {
        Temper erratic = Temper.sound(Delay.logNormal(Duration.ofMillis(20), 1.2));
        List<Tally> tallies = new VirtualFleet()
                .with("one", erratic)
                .with("two", erratic)
                .with("late", Temper.sound(Delay.of(Duration.ofMillis(500))))
                .run(rate(40))
                .get(0)
                .tallies();

        Tally one = tallies.get(0);
        assertThat(one.paired().pairs()).isEqualTo(one.sent());
        assertThat(one.paired().median().low()).isLessThanOrEqualTo(0);
        assertThat(one.paired().median().high()).isGreaterThanOrEqualTo(0);
        assertThat(tallies.get(2).paired().median().low() / 1e6).isGreaterThan(400);
        assertThat((double) tallies.get(2).paired().sooner() / tallies.get(2).sent())
                .isLessThan(0.05);
    }

    /** One port has ids for some 16,000 open queries; what waits for one leaves late. */
    @Test
    void whatThisMachineCannotSendInTimeIsNotTheResolversDoing() {
        StepResult result = new VirtualFleet()
                .fromPorts(1)
                .with("silent", TEN_MILLIS.with(Faults.NONE.withLoss(1)))
                .run(LoadStep.of(new Load.Open(RateProfile.constant(5_000), Spacing.CONSTANT), Duration.ofSeconds(5)))
                .get(0);

        assertThat(millis(result.tallies().get(0).lag(), 99)).isGreaterThan(100);
        assertThat(result.isGeneratorLimited(0)).isTrue();
    }

    @Test
    void aSoakIsSeenFromFurtherAway() {
        Tally tally = only(new VirtualFleet()
                .with("asleep at first", TEN_MILLIS.with(new Stall(Duration.ofHours(2), Duration.ofMinutes(5))))
                .run(LoadStep.of(new Load.Open(RateProfile.constant(5), Spacing.CONSTANT), Duration.ofMinutes(22))));

        var windows = tally.timeLine().windows(300);
        assertThat(windows.seconds()).isEqualTo(300);
        assertThat(windows.each()).hasSize(4);
        assertThat(windows.each().get(0).lost()).isGreaterThan(1_400);
        assertThat(windows.each().get(3).lost()).isZero();
    }

    @Test
    void atRestEveryResolverIsAsQuickAsItCanBe() {
        List<Histogram> quiet = new VirtualFleet()
                .with("near", TEN_MILLIS)
                .with("far", Temper.sound(Delay.of(Duration.ofMillis(80))))
                .with("silent", TEN_MILLIS.with(Faults.NONE.withLoss(1)))
                .quietTimes();

        assertThat(millis(quiet.get(0), 50)).isCloseTo(10, Offset.offset(0.1));
        assertThat(millis(quiet.get(1), 50)).isCloseTo(80, Offset.offset(0.5));
        assertThat(quiet.get(2).getTotalCount()).isZero();
    }

    private static double share(Tally tally, Judged verdict) {
        return (double) tally.judgedAs(verdict) / tally.answered();
    }

    private static Tally only(List<StepResult> results) {
        return results.get(0).tallies().get(0);
    }
}
