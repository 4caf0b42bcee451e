package org.zonedrift.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.zonedrift.exchange.Answer.NoReply;
import org.zonedrift.exchange.Answer.Reply;
import org.zonedrift.exchange.Answer.Silence;
import org.zonedrift.telemetry.Purpose;
import org.zonedrift.wire.DnsMessage;
import org.zonedrift.zone.DomainName;
import org.zonedrift.zone.LimitGroup;
import org.zonedrift.zone.ServerAddress;

class LimitsTest {

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
    private static final ServerAddress FIRST = ServerAddress.of(new byte[] {(byte) 192, 0, 2, 1}, 53);
    private static final ServerAddress SECOND_ONE = ServerAddress.of(new byte[] {(byte) 198, 51, 100, 1}, 53);
    private static final DnsQuestion QUESTION =
            new DnsQuestion(DomainName.parse("example.net"), 6, Manner.authoritative(Purpose.PROBE));

    private final VirtualLane lane = new VirtualLane();
    private final List<Long> departures = new ArrayList<>();

    /** T-142. */
    @Test
    void tenThousandZonesAtOneAddressNeverExceedItsRateAndBurst() {
        Turnstile turnstile = new Turnstile(new KnownServers(new Limits(new Politeness(0, 20))), lane);
        for (int i = 0; i < 10_000; i++) {
            turnstile.pass(FIRST, () -> departures.add(lane.now()));
        }
        lane.runOut();
        assertThat(departures).hasSize(10_000);
        assertThat(mostWithin(SECOND)).isLessThanOrEqualTo(20 + 20);
        assertThat(lane.now() - VirtualLane.START).isGreaterThan(490 * SECOND).isLessThan(510 * SECOND);
    }

    @Test
    void noStretchOfTimeSeesMoreThanTheRateAndOneBurst() {
        SplittableRandom random = new SplittableRandom(3);
        DepartureTimes times = new DepartureTimes(50, 10);
        long now = VirtualLane.START;
        for (int i = 0; i < 5_000; i++) {
            now += random.nextLong(SECOND / 20);
            if (times.claim(now)) {
                departures.add(now);
            }
        }
        for (int tenths = 1; tenths < 100; tenths++) {
            assertThat(mostWithin(tenths * SECOND / 10)).isLessThanOrEqualTo(10 + 50 * tenths / 10 + 1);
        }
    }

    private int mostWithin(long nanos) {
        int most = 0;
        int from = 0;
        for (int to = 0; to < departures.size(); to++) {
            while (departures.get(to) - departures.get(from) >= nanos) {
                from++;
            }
            most = Math.max(most, to - from + 1);
        }
        return most;
    }

    @Test
    void whoeverWasSlowedDownWaitsForNoBurstThatIsOver() {
        DepartureTimes times = new DepartureTimes(1_000, 1_000);
        times.setRate(1);
        long now = VirtualLane.START;
        for (int i = 0; i < 10; i++) {
            now += times.promise(now);
            assertThat(times.claim(now)).isTrue();
        }
        times.setRate(1_000);
        assertThat(times.promise(now)).isLessThanOrEqualTo(2 * SECOND);
    }

    @Test
    void threadsThatClaimAtOnceGetOneBurstAndNoMore() throws InterruptedException {
        DepartureTimes times = new DepartureTimes(1, 1_000);
        AtomicInteger claimed = new AtomicInteger();
        List<Thread> lanes = Stream.generate(() -> new Thread(() -> {
                    for (int i = 0; i < 1_000; i++) {
                        claimed.addAndGet(times.claim(VirtualLane.START) ? 1 : 0);
                    }
                }))
                .limit(4)
                .toList();
        lanes.forEach(Thread::start);
        for (Thread thread : lanes) {
            thread.join();
        }

        assertThat(claimed).hasValue(1_000);
    }

    @Test
    void aSlowDestinationHoldsUpNobodyElse() {
        Turnstile turnstile = new Turnstile(new KnownServers(new Limits(new Politeness(0, 1))), lane);
        for (int i = 0; i < 100; i++) {
            turnstile.pass(FIRST, () -> {});
        }
        turnstile.pass(SECOND_ONE, () -> departures.add(lane.now()));
        lane.settle();
        assertThat(departures).containsExactly(VirtualLane.START);
    }

    @Test
    void serversOfOneOperatorShareALimitWhereverTheyStand() {
        Turnstile turnstile = new Turnstile(new KnownServers(new Limits(new Politeness(0, 100_000))), lane);
        LimitGroup operator = LimitGroup.operator("cloudflare");
        for (int i = 0; i < 10_000; i++) {
            ServerAddress server = (i % 2 == 0 ? FIRST : SECOND_ONE).in(operator);
            turnstile.pass(server, () -> departures.add(lane.now()));
        }
        lane.runOut();
        assertThat(departures).hasSize(10_000);
        assertThat(mostWithin(SECOND)).isLessThanOrEqualTo(2_000 + 500);
    }

    @Test
    void aWholeScanBeginsSlowlyAndGetsFasterWhileAnswersCome() {
        Limits limits = new Limits(new Politeness(10_000, 0));
        Turnstile turnstile = new Turnstile(new KnownServers(limits), lane);
        assertThat(limits.total().current()).isLessThanOrEqualTo(500);
        for (int i = 0; i < 60_000; i++) {
            turnstile.pass(FIRST, () -> limits.total().heard(true, lane));
        }
        lane.advance(30 * SECOND);
        assertThat(limits.total().current()).isGreaterThan(5_000).isLessThanOrEqualTo(10_001);
    }

    @Test
    void noMoreThanFiftyQuestionsAreOpenAtAnAddress() {
        List<Runnable> open = new ArrayList<>();
        CautiousExchange exchange = cautious((question, server, done) -> open.add(() -> done.accept(reply())));
        List<Answer> answers = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            exchange.ask(QUESTION, FIRST, answers::add);
        }
        assertThat(open).hasSize(50);
        for (int i = 0; i < 200; i++) {
            open.get(i).run();
        }
        assertThat(answers).hasSize(200);
    }

    /** T-143. */
    @Test
    void aDeadAddressIsFoundOutOnceAndThenLeftAlone() {
        CautiousExchange exchange = cautious((question, server, done) ->
                lane.schedule(19 * SECOND / 2, () -> done.accept(new NoReply(Silence.TIMED_OUT, Course.UNSENT))));
        List<Silence> silences = new ArrayList<>();
        List<Long> sinceWhen = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            exchange.ask(QUESTION, FIRST, answer -> {
                silences.add(((NoReply) answer).why());
                sinceWhen.add(((NoReply) answer).silentSince());
            });
        }
        lane.advance(300 * SECOND);
        assertThat(silences).hasSize(5_000);
        long timedOut = silences.stream().filter(Silence.TIMED_OUT::equals).count();
        assertThat(timedOut).isBetween(20L, 70L);
        assertThat(silences.get(4_999)).isEqualTo(Silence.CIRCUIT_OPEN);
        assertThat(sinceWhen.get(0)).isEqualTo(-1);
        assertThat(sinceWhen.get(4_999)).isEqualTo(VirtualLane.START + 19 * SECOND / 2);
    }

    @Test
    void afterARestOneTrialShowsWhetherTheAddressIsBack() {
        boolean[] back = new boolean[1];
        CautiousExchange exchange = cautious((question, server, done) -> lane.schedule(
                5 * SECOND, () -> done.accept(back[0] ? reply() : new NoReply(Silence.TIMED_OUT, Course.UNSENT))));
        for (int i = 0; i < 100; i++) {
            exchange.ask(QUESTION, FIRST, answer -> {});
        }
        lane.advance(100 * SECOND);
        back[0] = true;
        List<Answer> answers = new ArrayList<>();
        exchange.ask(QUESTION, FIRST, answers::add);
        lane.advance(SECOND);
        assertThat(answers).singleElement().isInstanceOf(NoReply.class);
        lane.advance(700 * SECOND);
        exchange.ask(QUESTION, FIRST, answers::add);
        exchange.ask(QUESTION, FIRST, answers::add);
        lane.advance(6 * SECOND);
        exchange.ask(QUESTION, FIRST, answers::add);
        lane.advance(6 * SECOND);
        assertThat(answers.subList(1, 4)).filteredOn(Reply.class::isInstance).hasSize(2);
    }

    @Test
    void aServerThatRefusesNearlyEverythingIsAskedSlowly() {
        Limits limits = new Limits(new Politeness(0, 50));
        CautiousExchange exchange = new CautiousExchange(
                (question, server, done) -> lane.execute(() -> done.accept(answered(5))),
                new KnownServers(limits),
                lane);
        for (int i = 0; i < 400; i++) {
            exchange.ask(QUESTION, FIRST, answer -> {});
        }
        lane.advance(10 * SECOND);
        assertThat(limits.throttled()).containsExactly(FIRST);
    }

    @Test
    void lossThatBeginsWhileWeAskHalvesTheRate() {
        Limits limits = new Limits(new Politeness(0, 50));
        Destination destination = limits.destination(FIRST);
        for (int i = 0; i < 200; i++) {
            destination.heard(reply(), lane);
        }
        assertThat(destination.wasThrottled()).isFalse();
        for (int i = 0; i < 200; i++) {
            destination.heard(i % 4 == 0 ? Answers.timedOut(1) : reply(), lane);
        }
        assertThat(destination.wasThrottled()).isTrue();
    }

    private CautiousExchange cautious(DnsExchange exchange) {
        return new CautiousExchange(exchange, new KnownServers(new Limits(Politeness.DEFAULT)), lane);
    }

    private static Reply reply() {
        return answered(0);
    }

    private static Reply answered(int rcode) {
        return new Reply(new DnsMessage(0x8400 | rcode, List.of(), List.of(), List.of(), null, 40), once());
    }

    private static Course once() {
        return new Course(1, 0, 0, 0, 1, 2, 1, 40, 40, Set.of());
    }
}
