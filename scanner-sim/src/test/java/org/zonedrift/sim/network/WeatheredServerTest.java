package org.zonedrift.sim.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.zonedrift.exchange.Manner.Transport;
import org.zonedrift.zone.ServerAddress;

/** Weather for carriers that have none: each reply is a line of milliseconds, source and octets. */
class WeatheredServerTest {

    private static final ServerAddress SERVER = ServerAddress.of(new byte[] {127, 64, 0, 1}, 5300);
    private static final byte[] QUERY = {1, 2, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 6, 0, 1};
    private static final Weather CALM = Weather.calm(Delay.of(Duration.ofMillis(10)));

    private final Replies replies = new Replies(Transport.UDP);

    @Test
    void bothWaysAndTheThinkingAreWaitedFor() {
        ask(CALM.withThinkTime(Delay.of(Duration.ofMillis(1))), 1, replies);
        assertThat(replies.heard).containsExactly("21 ms 127.64.0.1 17");
    }

    @Test
    void asManyAreLostAsTheWeatherSays() {
        ask(CALM.with(Mishaps.NONE.withLoss(.1)), 10_000, replies);
        assertThat(replies.heard.size()).isBetween(8_100 - 200, 8_100 + 200);
    }

    @Test
    void theSameSeedLosesTheSame() {
        Weather lossy = CALM.with(Mishaps.NONE.withLoss(.3).withReordering(.3));
        Replies again = new Replies(Transport.UDP);
        ask(lossy, 200, replies);
        ask(lossy, 200, again);
        assertThat(again.heard).isEqualTo(replies.heard);
    }

    @Test
    void duplicatesComeTwiceAndReorderedOnesLate() {
        ask(CALM.with(Mishaps.NONE.withDuplication(1).withReordering(1)), 1, replies);
        assertThat(replies.heard).hasSize(2).doesNotContain("20 ms 127.64.0.1 17");
    }

    @Test
    void forgersAreFasterAndSomeSitElsewhere() {
        ask(CALM.with(Mishaps.NONE.withForgery(1)), 1, replies);
        assertThat(replies.heard).containsExactly("10 ms 127.64.0.1 17", "10 ms 127.64.0.0 17", "20 ms 127.64.0.1 17");
    }

    @Test
    void whatIsTooMuchIsDroppedOrSlipped() {
        ask(CALM.with(new RateLimit(5, 2)), 9, replies);
        assertThat(replies.heard).hasSize(7);
        assertThat(replies.truncated).isEqualTo(2);
    }

    @Test
    void nothingPassesDuringAnOutage() {
        Weather cutOff = CALM.withOutage(now -> now < TimeUnit.SECONDS.toNanos(5));
        ask(cutOff, 3, replies);
        assertThat(replies.heard).isEmpty();
        replies.now = TimeUnit.SECONDS.toNanos(5);
        ask(cutOff, 3, replies);
        assertThat(replies.heard).hasSize(3);
    }

    @Test
    void streamsLoseNothingButTime() {
        Replies stream = new Replies(Transport.TCP);
        ask(CALM.withOutage(now -> now < TimeUnit.SECONDS.toNanos(2)), 1, stream);
        assertThat(stream.heard).containsExactly("3020 ms 127.64.0.1 17");
    }

    private static void ask(Weather weather, int times, Replies back) {
        DnsServer echo = (query, way) -> way.reply(query.copy(), 0);
        WeatheredServer server = new WeatheredServer(echo, Climate.everywhere(weather), 7);
        for (int i = 0; i < times; i++) {
            server.received(Unpooled.wrappedBuffer(QUERY), back);
        }
    }

    /** A way back that only writes down what takes it. */
    private static final class Replies implements ReturnPath {

        private static final int TC = 0x02;

        private final Transport transport;
        private final List<String> heard = new ArrayList<>();
        private int truncated;
        private long now;

        Replies(Transport transport) {
            this.transport = transport;
        }

        @Override
        public ServerAddress server() {
            return SERVER;
        }

        @Override
        public InetSocketAddress client() {
            return new InetSocketAddress("127.0.0.1", 1024);
        }

        @Override
        public Transport transport() {
            return transport;
        }

        @Override
        public long now() {
            return now;
        }

        @Override
        public ByteBuf buffer(int capacity) {
            return Unpooled.buffer(capacity);
        }

        @Override
        public void reply(ByteBuf reply, long thinkNanos) {
            replyFrom(SERVER.socketAddress(), reply, thinkNanos);
        }

        @Override
        public void replyFrom(InetSocketAddress source, ByteBuf reply, long thinkNanos) {
            truncated += (reply.getByte(2) & TC) == 0 ? 0 : 1;
            heard.add(TimeUnit.NANOSECONDS.toMillis(thinkNanos) + " ms "
                    + source.getAddress().getHostAddress() + " " + reply.readableBytes());
            reply.release();
        }

        @Override
        public void refuse() {
            heard.add("refused");
        }
    }
}
