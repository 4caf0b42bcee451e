package org.zonedrift.sim.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.zonedrift.ExchangeAssembly;
import org.zonedrift.exchange.Answer;
import org.zonedrift.exchange.DnsExchange;
import org.zonedrift.exchange.DnsQuestion;
import org.zonedrift.exchange.Lane;
import org.zonedrift.exchange.Limits;
import org.zonedrift.exchange.Manner;
import org.zonedrift.exchange.Manner.Transport;
import org.zonedrift.exchange.Patience;
import org.zonedrift.exchange.Politeness;
import org.zonedrift.exchange.Uplink.Outage;
import org.zonedrift.telemetry.Count;
import org.zonedrift.telemetry.Purpose;
import org.zonedrift.telemetry.Telemetry;
import org.zonedrift.zone.DomainName;
import org.zonedrift.zone.ServerAddress;

/** T-165: what fails while our own line is down is nobody's silence. */
class OutageTest {

    private static final int SERVERS = 20;
    private static final int DEAD = 3;
    private static final int QUESTIONS = 6_000;
    private static final long EVERY = Duration.ofMillis(20).toNanos();
    private static final Duration OUTAGE_FROM = Duration.ofSeconds(30);
    private static final Duration OUTAGE_TO = Duration.ofSeconds(90);
    private static final Weather CALM = Weather.calm(Delay.of(Duration.ofMillis(15)));

    private final Telemetry telemetry = new Telemetry(() -> 0);
    private final List<Answer> ofTheLiving = new ArrayList<>();
    private final List<Answer> ofTheDead = new ArrayList<>();
    private long start;

    @Test
    void anOutageIsWaitedOutAndListed() {
        List<Outage> outages = outagesDuring(OUTAGE_FROM, OUTAGE_TO, Duration.ofMillis(1_500));

        assertThat(ofTheLiving).allMatch(Answer.Reply.class::isInstance);
        assertThat(ofTheDead).noneMatch(Answer.Reply.class::isInstance);
        assertThat(ofTheLiving.size() + ofTheDead.size()).isEqualTo(QUESTIONS);
        assertThat(outages).singleElement().satisfies(outage -> {
            assertThat(outage.fromNanos() - start).isBetween(nanos(29), nanos(31));
            assertThat(outage.toNanos() - start).isBetween(nanos(90), nanos(110));
        });
    }

    @Test
    void shortTimeoutsDoNotLetItThrough() {
        List<Outage> outages = outagesDuring(OUTAGE_FROM, OUTAGE_TO, Duration.ofMillis(400));

        assertThat(ofTheLiving).allMatch(Answer.Reply.class::isInstance);
        assertThat(outages).hasSize(1);
    }

    @Test
    void deadServersAloneAreNoOutage() {
        List<Outage> outages = outagesDuring(Duration.ZERO, Duration.ZERO, Duration.ofMillis(1_500));

        assertThat(outages).isEmpty();
        assertThat(ofTheLiving).allMatch(Answer.Reply.class::isInstance);
        assertThat(ofTheDead).noneMatch(Answer.Reply.class::isInstance);
        assertThat(telemetry.udp(Purpose.CANARY).of(Count.SENT))
                .as("in the end only dead servers are left to wait for")
                .isLessThan(60);
    }

    private List<Outage> outagesDuring(Duration from, Duration to, Duration timeout) {
        Weather weather = CALM.withOutage(now -> now - start >= from.toNanos() && now - start < to.toNanos());
        try (VirtualNetwork network = new VirtualNetwork(1, Climate.everywhere(weather), 7)) {
            start = network.now();
            for (int i = 0; i < SERVERS - DEAD; i++) {
                network.servers().put(address(i), OutageTest::replyEmpty);
            }
            Lane lane = network.lanes().get(0);
            ExchangeAssembly assembly = new ExchangeAssembly(
                    network, new Limits(Politeness.NONE), new Patience(timeout.toNanos(), 3), Transport.UDP);
            DnsExchange exchange = assembly.on(lane, telemetry, new SplittableRandom(3));
            for (int i = 0; i < QUESTIONS; i++) {
                int number = i;
                lane.execute(() -> lane.schedule(number * EVERY, () -> ask(exchange, number)));
            }
            network.runUntilIdle();
            return assembly.uplink().outages();
        }
    }

    private void ask(DnsExchange exchange, int number) {
        int server = number % SERVERS;
        DnsQuestion question =
                new DnsQuestion(DomainName.parse("zone" + number + ".example"), 6, Manner.authoritative(Purpose.PROBE));
        exchange.ask(question, address(server), server < SERVERS - DEAD ? ofTheLiving::add : ofTheDead::add);
    }

    private static void replyEmpty(ByteBuf query, ReturnPath back) {
        ByteBuf reply = back.buffer(query.readableBytes());
        reply.writeBytes(query, query.readerIndex(), query.readableBytes());
        reply.setByte(2, reply.getByte(2) | 0x84);
        back.reply(reply, 0);
    }

    private static ServerAddress address(int number) {
        return ServerAddress.of(new byte[] {(byte) 198, 51, 100, (byte) (1 + number)}, 53);
    }

    private static long nanos(int seconds) {
        return Duration.ofSeconds(seconds).toNanos();
    }
}
