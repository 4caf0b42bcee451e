package org.zonedrift.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class PairedLatencyTest {

    private static final long MILLI = TimeUnit.MILLISECONDS.toNanos(1);

    private static PairedLatency of(long... differences) {
        PairedLatency paired = new PairedLatency();
        Arrays.stream(differences).forEach(paired::add);
        return paired;
    }

    @Test
    void theMiddleOfSoonerAndLaterOnesIsFound() {
        PairedLatency paired = of(-5 * MILLI, -MILLI, 2 * MILLI, 3 * MILLI, 40 * MILLI);

        assertThat(paired.median().value()).isCloseTo(2 * MILLI, Offset.offset(MILLI / 500));
        assertThat(paired.pairs()).isEqualTo(5);
        assertThat(paired.sooner()).isEqualTo(2);
    }

    @Test
    void theIntervalNarrowsAsPairsComeIn() {
        SplittableRandom random = new SplittableRandom(3);
        PairedLatency few = new PairedLatency();
        PairedLatency many = new PairedLatency();
        random.doubles(100, -10, 12).forEach(millis -> few.add((long) (millis * MILLI)));
        random.doubles(10_000, -10, 12).forEach(millis -> many.add((long) (millis * MILLI)));

        assertThat(width(many)).isLessThan(width(few) / 5);
        assertThat(many.median().low()).isLessThan(MILLI);
        assertThat(many.median().high()).isGreaterThan(MILLI);
    }

    /** Of 400 samples whose true middle is known, 95 of 100 intervals hold it. */
    @Test
    void nineteenIntervalsOfTwentyHoldTheTruth() {
        SplittableRandom random = new SplittableRandom(7);
        int held = 0;
        for (int sample = 0; sample < 400; sample++) {
            PairedLatency paired = new PairedLatency();
            random.doubles(300, -10, 14).forEach(millis -> paired.add((long) (millis * MILLI)));
            PairedLatency.Median median = paired.median();
            held += median.low() <= 2 * MILLI && 2 * MILLI <= median.high() ? 1 : 0;
        }

        assertThat(held / 400.0).isBetween(0.92, 0.98);
    }

    @Test
    void lanesAddUp() {
        PairedLatency one = of(-5 * MILLI, -MILLI);
        one.add(of(2 * MILLI, 3 * MILLI, 40 * MILLI));

        assertThat(one.median())
                .isEqualTo(
                        of(-5 * MILLI, -MILLI, 2 * MILLI, 3 * MILLI, 40 * MILLI).median());
    }

    private static long width(PairedLatency paired) {
        return paired.median().high() - paired.median().low();
    }
}
