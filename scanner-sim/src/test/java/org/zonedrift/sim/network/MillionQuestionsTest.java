package org.zonedrift.sim.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.PooledByteBufAllocator;
import java.time.Duration;
import java.util.BitSet;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.zonedrift.exchange.Answer;
import org.zonedrift.exchange.DnsExchange;
import org.zonedrift.exchange.DnsQuestion;
import org.zonedrift.exchange.KnownServers;
import org.zonedrift.exchange.Lane;
import org.zonedrift.exchange.Limits;
import org.zonedrift.exchange.Manner;
import org.zonedrift.exchange.Patience;
import org.zonedrift.exchange.Politeness;
import org.zonedrift.exchange.RetryingExchange;
import org.zonedrift.exchange.Turnstile;
import org.zonedrift.exchange.engine.UdpExchange;
import org.zonedrift.exchange.engine.UdpSettings;
import org.zonedrift.telemetry.Purpose;
import org.zonedrift.zone.DomainName;
import org.zonedrift.zone.ServerAddress;

/** However much is lost on the way, every question ends, and ends once, and every buffer is given back. */
class MillionQuestionsTest {

    private static final double LOSS = 0.02;

    /** Minutes of work, with every buffer watched: the whole million only where time does not matter. */
    private static final int MANY = "all".equals(System.getProperty("zonedrift.tier")) ? 1_000_000 : 100_000;

    private static final int WINDOW = 5_000;
    private static final int TRIES = 3;
    private static final int SOA = 6;
    private static final Manner PROBE = Manner.authoritative(Purpose.PROBE);
    private static final ServerAddress SERVER = ServerAddress.of(new byte[] {(byte) 192, 0, 2, 53}, 53);

    @BeforeEach
    void watchBuffers() {
        LeakWatch.begin();
    }

    @Test
    void everyQuestionEndsOnceWithLossDuplicatesAndForgeries() {
        Tally tally = run(
                20_000,
                Mishaps.NONE
                        .withLoss(LOSS)
                        .withDuplication(LOSS)
                        .withReordering(LOSS)
                        .withCorruption(LOSS)
                        .withForgery(LOSS));

        assertThat(tally.replied).isGreaterThan(19_000);
    }

    @Tag("slow")
    @Test
    void everyOneOfAMillionQuestionsEndsOnce() {
        Tally tally = run(MANY, Mishaps.NONE.withLoss(LOSS));

        // Three tries fail together with a chance of some (2 · 2 %)³, one in sixteen thousand.
        assertThat(tally.silent).isBetween(1, MANY / 5_000);
        assertThat(tally.replied).isEqualTo(MANY - tally.silent);
    }

    private static Tally run(int count, Mishaps mishaps) {
        Weather weather = Weather.calm(Delay.between(Duration.ofMillis(5), Duration.ofMillis(300)))
                .with(mishaps);
        try (VirtualNetwork network = new VirtualNetwork(1, Climate.everywhere(weather), 42)) {
            network.servers().putDatagrams(SERVER, MillionQuestionsTest::replyEmpty);
            Lane lane = network.lanes().get(0);
            UdpExchange udp = new UdpExchange(lane, network, UdpSettings.usual(), new SplittableRandom(7));
            Patience patience = new Patience(Duration.ofMillis(800).toNanos(), TRIES);
            Turnstile unlimited = new Turnstile(new KnownServers(new Limits(Politeness.NONE)), lane);
            Tally tally =
                    new Tally(new RetryingExchange(udp, lane, patience, unlimited, new SplittableRandom(8)), count);
            lane.execute(tally::begin);
            network.runUntilIdle();
            lane.execute(udp::close);
            network.runUntilIdle();
            assertThat(tally.ended.cardinality()).isEqualTo(count);
            assertThat(tally.endedTwice).isZero();
            assertThat(tally.replied + tally.silent).isEqualTo(count);
            return tally;
        }
    }

    @AfterEach
    void noBufferIsLeft() {
        assertThat(LeakWatch.leaksSinceItBegan()).isEmpty();
    }

    private static void replyEmpty(ByteBuf query, ReturnPath back) {
        ByteBuf reply = PooledByteBufAllocator.DEFAULT.heapBuffer(query.readableBytes());
        reply.writeBytes(query, query.readerIndex(), query.readableBytes());
        reply.setByte(2, reply.getByte(2) | 0x84);
        back.reply(reply, 0);
    }

    /** Asks for one name after the other and counts how each question ended. */
    private static final class Tally {

        private final DnsExchange exchange;
        private final int count;
        private final BitSet ended = new BitSet();
        private int next;
        private int endedTwice;
        private int replied;
        private int silent;

        Tally(DnsExchange exchange, int count) {
            this.exchange = exchange;
            this.count = count;
        }

        void begin() {
            for (int i = 0; i < WINDOW; i++) {
                askNext();
            }
        }

        private void askNext() {
            if (next < count) {
                int number = next++;
                DomainName name = DomainName.parse("zone" + number + ".example");
                Consumer<Answer> done = answer -> ended(number, answer);
                exchange.ask(new DnsQuestion(name, SOA, PROBE), SERVER, done);
            }
        }

        private void ended(int number, Answer answer) {
            endedTwice += ended.get(number) ? 1 : 0;
            ended.set(number);
            if (answer instanceof Answer.Reply) {
                replied++;
            } else {
                silent++;
            }
            askNext();
        }
    }
}
