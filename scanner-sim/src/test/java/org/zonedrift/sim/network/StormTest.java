package org.zonedrift.sim.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.util.ResourceLeakDetector;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zonedrift.telemetry.Count;
import org.zonedrift.telemetry.Purpose;
import org.zonedrift.zone.LimitGroup;

/** Whatever the weather, every question ends once, and nobody is asked faster than is allowed. */
class StormTest {

    private static final int MANY = "all".equals(System.getProperty("zonedrift.tier")) ? 3_000 : 200;

    private static final int PER_PREFIX = 200;
    private static final int PREFIX_BURST = PER_PREFIX / 4;
    private static final double NANOS_PER_SECOND = TimeUnit.SECONDS.toNanos(1);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aStormIsSurvivedAndTheSameSeedBringsTheSameStorm(long seed) {
        assertThat(survived(seed).hash).isEqualTo(new Storm(seed).hash);
    }

    @Test
    void anotherSeedBringsAnotherStorm() {
        assertThat(new Storm(4).hash).isNotEqualTo(new Storm(5).hash);
    }

    @Tag("slow")
    @Test
    void manyStormsAreSurvived() {
        Map<String, Integer> endings = new HashMap<>();
        ResourceLeakDetector.Level before = ResourceLeakDetector.getLevel();
        // Of so many storms a sample of the buffers will do.
        ResourceLeakDetector.setLevel(ResourceLeakDetector.Level.SIMPLE);
        try {
            for (long seed = 1_000; seed < 1_000 + MANY; seed++) {
                survived(seed).endings.forEach((ending, count) -> endings.merge(ending, count, Integer::sum));
            }
        } finally {
            ResourceLeakDetector.setLevel(before);
        }

        assertThat(endings)
                .as("storms bring about every ending")
                .containsKeys(
                        "rcode 0", "rcode 5", "TIMED_OUT", "NETWORK_ERROR", "MALFORMED", "TRUNCATED", "CIRCUIT_OPEN");
    }

    private static Storm survived(long seed) {
        Storm storm = new Storm(seed);
        assertThat(storm.ended).as("ends of each question, seed %d", seed).containsOnly(1);
        assertThat(storm.mishaps.corruption() > 0 ? 0 : storm.lies)
                .as("forged replies that were believed, seed %d", seed)
                .isZero();
        assertKeepsToLimits(storm, seed);
        assertAddsUp(storm, seed);
        return storm;
    }

    /** What the meters show is what left, and every datagram was answered or missed in one question. */
    private static void assertAddsUp(Storm storm, long seed) {
        assertThat(storm.telemetry.udp().of(Count.SENT))
                .as("datagrams counted, seed %d", seed)
                .isEqualTo(storm.departures.size());
        long left = storm.endings.getOrDefault("CIRCUIT_OPEN", 0);
        assertThat(storm.telemetry.udp().of(Count.QUESTIONS)
                        - storm.telemetry.udp(Purpose.CANARY).of(Count.QUESTIONS)
                        + left)
                .as("questions counted, seed %d", seed)
                .isGreaterThanOrEqualTo(Storm.QUESTIONS);
    }

    private static void assertKeepsToLimits(Storm storm, long seed) {
        Map<Object, List<Long>> instants = new HashMap<>();
        for (Storm.Departure departure : storm.departures) {
            for (Object limit : List.of("all", departure.to(), departure.to().limitGroup())) {
                instants.computeIfAbsent(limit, none -> new ArrayList<>()).add(departure.at());
            }
        }
        instants.forEach((limit, times) -> {
            String which = "%s, seed %d".formatted(limit, seed);
            if (limit instanceof LimitGroup) {
                assertKeepsTo(which, times, PER_PREFIX, PREFIX_BURST);
            } else if (limit.equals("all")) {
                assertKeepsTo(which, times, storm.total, Math.max(1, storm.total / 100));
            } else {
                assertKeepsTo(which, times, storm.perServer, storm.perServer);
            }
        });
    }

    /** A bucket of one burst that the rate refills never runs dry, whichever lanes draw from it. */
    private static void assertKeepsTo(String which, List<Long> times, int rate, int burst) {
        double tokens = burst;
        double fewest = burst;
        long before = times.get(0);
        for (long time : times) {
            tokens = Math.min(burst, tokens + (time - before) / NANOS_PER_SECOND * rate) - 1;
            fewest = Math.min(fewest, tokens);
            before = time;
        }
        // What is not worth waiting for leaves a twentieth of a millisecond early.
        assertThat(fewest).as(which).isGreaterThan(-0.2);
    }
}
