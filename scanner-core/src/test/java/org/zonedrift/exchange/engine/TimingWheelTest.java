package org.zonedrift.exchange.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class TimingWheelTest {

    private static final long START = 1_795_168_800_000_000_000L;
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final TimingWheel wheel = new TimingWheel();
    private final List<String> rung = new ArrayList<>();

    @Test
    void nothingRingsEarlyAndNothingLaterThanTwoTicks() {
        wheel.add(START, SECOND, () -> rung.add("a"));

        wheel.advance(START + SECOND - 1);
        assertThat(rung).isEmpty();
        wheel.advance(START + SECOND + 2 * TimingWheel.TICK_NANOS);
        assertThat(rung).containsExactly("a");
        assertThat(wheel.isEmpty()).isTrue();
    }

    @Test
    void whatIsCalledOffNeverRings() {
        int handle = wheel.add(START, SECOND, () -> rung.add("a"));
        wheel.add(START, SECOND, () -> rung.add("b"));
        wheel.cancel(handle);

        wheel.advance(START + 2 * SECOND);
        assertThat(rung).containsExactly("b");
    }

    @Test
    void aDeadlineBeyondTheRingWaitsForItsLap() {
        wheel.add(START, 100 * SECOND, () -> rung.add("a"));

        for (int second = 1; second < 100; second++) {
            wheel.advance(START + second * SECOND);
        }
        assertThat(rung).isEmpty();
        wheel.advance(START + 101 * SECOND);
        assertThat(rung).containsExactly("a");
    }

    @Test
    void afterALongSleepEverythingDueRings() {
        wheel.add(START, SECOND, () -> rung.add("a"));
        wheel.add(START, 50 * SECOND, () -> rung.add("b"));

        wheel.advance(START + 1000 * SECOND);
        assertThat(rung).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void whatRingsMaySetAndCallOffOthers() {
        int[] victim = new int[1];
        wheel.add(START, SECOND, () -> {
            wheel.cancel(victim[0]);
            wheel.add(START + SECOND, SECOND, () -> rung.add("later"));
        });
        victim[0] = wheel.add(START, SECOND, () -> rung.add("victim"));

        wheel.advance(START + 2 * SECOND);
        wheel.advance(START + 4 * SECOND);
        assertThat(rung).containsExactly("later");
    }

    @Test
    void aBugOfOneDelaysThoseBehindItAndNoMore() {
        wheel.add(START, SECOND, () -> {
            throw new IllegalStateException("a bug");
        });
        wheel.add(START, SECOND, () -> rung.add("behind"));
        wheel.add(START, 2 * SECOND, () -> rung.add("later"));

        assertThatThrownBy(() -> wheel.advance(START + 3 * SECOND)).hasMessage("a bug");
        assertThat(wheel.isEmpty()).isFalse();
        wheel.advance(START + 3 * SECOND);
        assertThat(rung).containsExactly("behind", "later");
    }

    @Test
    void itAgreesWithAMapOverManySteps() {
        SplittableRandom random = new SplittableRandom(7);
        Map<Integer, Long> dueByNumber = new HashMap<>();
        Map<Integer, Integer> handles = new HashMap<>();
        long now = START;
        for (int number = 0; number < 20_000; number++) {
            int own = number;
            long delay = random.nextLong(20 * SECOND);
            dueByNumber.put(own, now + delay);
            handles.put(own, wheel.add(now, delay, () -> {
                assertThat(dueByNumber.remove(own)).isNotNull();
                handles.remove(own);
            }));
            int other = random.nextInt(number + 1);
            if (random.nextBoolean() && handles.containsKey(other)) {
                wheel.cancel(handles.remove(other));
                dueByNumber.remove(other);
            }
            now += random.nextLong(10 * TimingWheel.TICK_NANOS);
            wheel.advance(now);
            long late = now - 2 * TimingWheel.TICK_NANOS;
            assertThat(number % 500 != 0 || dueByNumber.values().stream().allMatch(due -> due > late))
                    .isTrue();
        }
        wheel.advance(now + 21 * SECOND);
        assertThat(dueByNumber).isEmpty();
    }
}
