package org.zonedrift.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zonedrift.zone.LimitGroup;
import org.zonedrift.zone.ServerAddress;

/** However the limits overlap, none of them is exceeded, and nobody waits for a limit of others. */
class TurnstileTest {

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
    private static final long MILLI = TimeUnit.MILLISECONDS.toNanos(1);

    private final VirtualLane lane = new VirtualLane();
    private final Map<Object, List<Long>> departures = new HashMap<>();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void noLimitIsExceededWhateverComesWhen(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int perServer = 5 + random.nextInt(50);
        int total = 150 + random.nextInt(400);
        Turnstile turnstile = new Turnstile(new KnownServers(new Limits(new Politeness(total, perServer))), lane);
        int asked = 6_000;
        for (int i = 0; i < asked; i++) {
            ServerAddress server = address(random.nextInt(3), 1 + Math.min(random.nextInt(12), random.nextInt(12)));
            long at = random.nextInt(4) == 0 ? 0 : random.nextLong(20 * SECOND);
            lane.schedule(at, () -> turnstile.pass(server, () -> left(server)));
        }
        lane.runOut();

        assertThat(departures.get("all")).hasSize(asked);
        departures.forEach((whom, instants) -> {
            int rate = whom.equals("all") ? total : whom instanceof LimitGroup ? 200 : perServer;
            int burst = whom.equals("all") ? Math.max(1, total / 100) : whom instanceof LimitGroup ? 50 : perServer;
            assertKeepsTo(whom, instants, rate, burst);
        });
    }

    /** What was spaced out for its address must not bunch while it waits for its whole prefix. */
    @Test
    void theQueueOfAPrefixDoesNotBunchTheQuestionsToOneAddress() {
        Turnstile turnstile = new Turnstile(new KnownServers(new Limits(new Politeness(0, 10))), lane);
        for (int host = 1; host < 250; host++) {
            for (int i = 0; i < 8; i++) {
                pass(turnstile, address(0, host));
            }
        }
        for (int i = 0; i < 100; i++) {
            lane.schedule(i * SECOND / 10, () -> pass(turnstile, address(0, 250)));
        }
        lane.runOut();

        departures.remove("all");
        departures.forEach((whom, instants) -> {
            boolean isPrefix = whom instanceof LimitGroup;
            assertKeepsTo(whom, instants, isPrefix ? 200 : 10, isPrefix ? 50 : 10);
        });
    }

    /** Crowds come to a prefix now and then, so that whoever waits for it leaves later than his address allows. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void lanesTogetherExceedNoLimitEither(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int perServer = 5 + random.nextInt(10);
        int total = 150 + random.nextInt(400);
        List<Turnstile> lanes = lanes(2 + random.nextInt(3), new Politeness(total, perServer));
        int asked = 8_000;
        for (int i = 0; i < asked; i++) {
            Turnstile turnstile = lanes.get(random.nextInt(lanes.size()));
            boolean inCrowd = random.nextInt(4) > 0;
            ServerAddress server = address(random.nextInt(3), inCrowd ? random.nextInt(250) : random.nextInt(3));
            long at = inCrowd ? random.nextInt(10) * 5L * SECOND : random.nextLong(50 * SECOND);
            lane.schedule(at, () -> pass(turnstile, server));
        }
        lane.runOut();

        assertThat(departures.get("all")).hasSize(asked);
        departures.forEach((whom, instants) -> {
            int rate = whom.equals("all") ? total : whom instanceof LimitGroup ? 200 : perServer;
            int burst = whom.equals("all") ? Math.max(1, total / 100) : whom instanceof LimitGroup ? 50 : perServer;
            assertKeepsTo(whom, instants, rate, burst);
        });
    }

    /** Where all is full, nobody's turn is taken by others again and again. */
    @Test
    void lanesShareAFullLimitFairlyAndUseAllOfIt() {
        List<Turnstile> lanes = lanes(3, new Politeness(150, 50));
        List<List<Long>> byLane = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (int i = 0; i < 9_000; i++) {
            int number = i % 3;
            lanes.get(number)
                    .pass(address(0, 1 + i / 3 % 6), () -> byLane.get(number).add(lane.now()));
        }
        lane.advance(30 * SECOND);

        assertThat(byLane.stream().mapToInt(List::size).sum()).isGreaterThan(30 * 150 * 95 / 100);
        assertThat(byLane).allSatisfy(instants -> assertThat(instants).hasSizeGreaterThan(30 * 150 / 3 * 9 / 10));
    }

    private List<Turnstile> lanes(int count, Politeness politeness) {
        Limits limits = Limits.withoutRamp(politeness);
        return Stream.generate(() -> new Turnstile(new KnownServers(limits), lane))
                .limit(count)
                .toList();
    }

    @Test
    void aFullPrefixHoldsUpNobodyElsewhere() {
        Turnstile turnstile = new Turnstile(new KnownServers(new Limits(new Politeness(0, 50))), lane);
        for (int i = 0; i < 5_000; i++) {
            pass(turnstile, address(0, i % 100));
        }
        pass(turnstile, address(1, 1));
        lane.settle();

        assertThat(departures.get(address(1, 1))).containsExactly(VirtualLane.START);
    }

    @Test
    void theFullRateIsUsed() {
        Turnstile turnstile = new Turnstile(new KnownServers(new Limits(new Politeness(0, 50))), lane);
        for (int i = 0; i < 2_050; i++) {
            pass(turnstile, address(0, 1 + i % 100));
        }
        lane.runOut();

        assertThat(lane.now() - VirtualLane.START).isBetween(10 * SECOND - 10 * MILLI, 10 * SECOND + 10 * MILLI);
    }

    private void pass(Turnstile turnstile, ServerAddress server) {
        turnstile.pass(server, () -> left(server));
    }

    private void left(ServerAddress server) {
        for (Object limit : List.of("all", server.limitGroup(), server)) {
            departures.computeIfAbsent(limit, none -> new ArrayList<>()).add(lane.now());
        }
    }

    /** A bucket that holds the burst and is filled at the rate never runs dry. */
    private static void assertKeepsTo(Object whom, List<Long> instants, int rate, int burst) {
        double tokens = burst;
        long before = instants.get(0);
        for (long instant : instants) {
            tokens = Math.min(burst, tokens + (double) (instant - before) * rate / SECOND) - 1;
            before = instant;
            // What is not worth waiting for leaves a twentieth of a millisecond early.
            assertThat(tokens).as("%s at %d", whom, instant - VirtualLane.START).isGreaterThan(-0.05);
        }
    }

    private static ServerAddress address(int prefix, int host) {
        return ServerAddress.of(new byte[] {(byte) 198, 51, (byte) prefix, (byte) host}, 53);
    }
}
