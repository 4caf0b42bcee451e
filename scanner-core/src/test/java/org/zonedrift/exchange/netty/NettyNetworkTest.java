package org.zonedrift.exchange.netty;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.security.SecureRandom;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zonedrift.exchange.Answer.Silence;
import org.zonedrift.exchange.DatagramExchange.Hearing;
import org.zonedrift.exchange.DatagramExchange.OpenQuestion;
import org.zonedrift.exchange.Lane;
import org.zonedrift.exchange.Manner;
import org.zonedrift.exchange.engine.UdpExchange;
import org.zonedrift.exchange.engine.UdpSettings;
import org.zonedrift.telemetry.Purpose;
import org.zonedrift.wire.DnsMessage;
import org.zonedrift.zone.DomainName;
import org.zonedrift.zone.ServerAddress;

class NettyNetworkTest {

    private static final Manner PROBE = Manner.authoritative(Purpose.PROBE);
    private static final int SOA = 6;
    private static final int WAIT_SECONDS_MAX = 30;

    private final Queue<String> heard = new ConcurrentLinkedQueue<>();
    private NettyNetwork network = new NettyNetwork(NettySettings.withLanes(1));

    @AfterEach
    void closeTheNetwork() {
        network.close();
    }

    @ParameterizedTest
    @CsvSource({"BEST,127.0.0.1", "NIO,127.0.0.1", "BEST,::1", "NIO,::1"})
    void everyQuestionIsAnsweredOnce(NettySettings.Sockets sockets, String address) throws Exception {
        use(sockets);
        int count = 100; // as many as the server's socket holds while its thread waits for a processor
        try (LoopbackServer server = new LoopbackServer(InetAddress.getByName(address), LoopbackServer::emptyReply)) {
            ask(count, server.address(), TimeUnit.SECONDS.toNanos(WAIT_SECONDS_MAX));
        }

        assertThat(heard).hasSize(count).containsOnly("replied");
    }

    @ParameterizedTest
    @CsvSource({"BEST", "NIO"})
    void silenceEndsTheWait(NettySettings.Sockets sockets) throws Exception {
        use(sockets);
        try (LoopbackServer server = new LoopbackServer(InetAddress.getLoopbackAddress(), query -> null)) {
            ask(20, server.address(), TimeUnit.MILLISECONDS.toNanos(50));
        }

        assertThat(heard).hasSize(20).containsOnly("TIMED_OUT");
    }

    @ParameterizedTest
    @CsvSource({"BEST", "NIO"})
    void whatTheSystemRefusesToSendIsANetworkError(NettySettings.Sockets sockets) throws Exception {
        use(sockets);
        ServerAddress broadcast = ServerAddress.of(new byte[] {(byte) 255, (byte) 255, (byte) 255, (byte) 255}, 53);
        ask(20, broadcast, TimeUnit.SECONDS.toNanos(WAIT_SECONDS_MAX));

        assertThat(heard).hasSize(20).containsOnly("NETWORK_ERROR");
    }

    @Test
    void theKernelsTableTellsWhatWasDroppedAtOurPorts() {
        String heading =
                "   sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode"
                        + " ref pointer drops";
        String line = " 1234: 0100007F:%04X 00000000:0000 07 00000000:00000000 00:00000000 00000000     0        0 4711"
                + " 2 0000000000000000 %d";

        assertThat(KernelDrops.sum(
                        java.util.List.of(
                                heading, line.formatted(4000, 7), line.formatted(4001, 5), line.formatted(80, 3)),
                        java.util.Set.of(4000, 4001)))
                .isEqualTo(12);
    }

    private void use(NettySettings.Sockets sockets) {
        network.close();
        network = new NettyNetwork(NettySettings.withLanes(1).with(sockets));
    }

    private void ask(int count, ServerAddress server, long timeoutNanos) throws InterruptedException {
        Lane lane = network.lanes().get(0);
        CountDownLatch open = new CountDownLatch(count);
        UdpExchange exchange = new UdpExchange(lane, network, UdpSettings.usual(), new SecureRandom());
        lane.execute(() -> {
            for (int i = 0; i < count; i++) {
                DomainName name = DomainName.parse("zone" + i + ".example");
                Ear ear = new Ear(open);
                ear.question = exchange.open(name, SOA, server, ear);
                ear.question.attempt(PROBE, timeoutNanos);
            }
        });
        assertThat(open.await(WAIT_SECONDS_MAX, TimeUnit.SECONDS)).isTrue();
    }

    private final class Ear implements Hearing {

        private final CountDownLatch open;
        private OpenQuestion question;

        Ear(CountDownLatch open) {
            this.open = open;
        }

        @Override
        public void replied(int attempt, DnsMessage message) {
            end("replied");
        }

        @Override
        public void failed(int attempt, Silence why) {
            end(why.name());
        }

        private void end(String what) {
            heard.add(what);
            question.close();
            open.countDown();
        }
    }
}
