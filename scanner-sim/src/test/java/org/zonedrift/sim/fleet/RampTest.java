package org.zonedrift.sim.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.zonedrift.fleet.Capacity;
import org.zonedrift.fleet.Capacity.Bound;
import org.zonedrift.fleet.Load;
import org.zonedrift.fleet.LoadStep;
import org.zonedrift.fleet.RateProfile;
import org.zonedrift.fleet.Spacing;
import org.zonedrift.fleet.StepResult;
import org.zonedrift.sim.network.Delay;
import org.zonedrift.sim.resolver.Temper;

/** A ramp finds what a resolver takes, and says when it has not found it. */
class RampTest {

    private static final Capacity.Limits LIMITS =
            new Capacity.Limits(0.005, Duration.ofSeconds(1).toNanos());
    private static final Temper BRISK = Temper.sound(Delay.of(Duration.ofMillis(5)));

    private static StepResult ramp(Temper temper, int upTo) {
        LoadStep rising =
                LoadStep.of(new Load.Open(RateProfile.ramp(upTo, 40), Spacing.CONSTANT), Duration.ofSeconds(40));
        List<StepResult> results = new VirtualFleet()
                .patientFor(Duration.ofSeconds(2))
                .with("resolver", temper)
                .run(rising);
        return results.get(0);
    }

    @Test
    void theKneeIsWhereTheResolverBreaks() {
        Capacity capacity = Capacity.of(ramp(BRISK.upTo(60), 120), 0, LIMITS);

        assertThat(capacity.bound()).isEqualTo(Bound.RESOLVER);
        assertThat(capacity.perSecond()).isBetween(56.0, 72.0);
        assertThat(capacity.stretch()).isBetween(18, 23);
    }

    @Test
    void whoeverBearsTheWholeRampMayBearMore() {
        Capacity capacity = Capacity.of(ramp(BRISK, 100), 0, LIMITS);

        assertThat(capacity.bound()).isEqualTo(Bound.RAMP);
        assertThat(capacity.perSecond()).isBetween(97.0, 100.0);
    }

    @Test
    void beingSlowIsALimitToo() {
        Capacity capacity = Capacity.of(
                ramp(BRISK.upTo(60), 120),
                0,
                new Capacity.Limits(1, Duration.ofMillis(50).toNanos()));

        assertThat(capacity.bound()).isEqualTo(Bound.RESOLVER);
        assertThat(capacity.perSecond()).isBetween(56.0, 66.0);
    }
}
