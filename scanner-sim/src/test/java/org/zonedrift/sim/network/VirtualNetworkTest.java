package org.zonedrift.sim.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.zonedrift.exchange.Lane;
import org.zonedrift.exchange.engine.DatagramListener;
import org.zonedrift.exchange.engine.DatagramPort;
import org.zonedrift.exchange.engine.Stream;
import org.zonedrift.exchange.engine.StreamListener;
import org.zonedrift.sim.network.NetworkTrace.Fate;
import org.zonedrift.zone.AddressFamily;
import org.zonedrift.zone.ServerAddress;

class VirtualNetworkTest {

    private static final ServerAddress SERVER = ServerAddress.of(new byte[] {(byte) 198, 51, 100, 7}, 53);
    private static final Weather CALM = Weather.calm(Delay.of(Duration.ofMillis(10)));
    private static final DnsServer ECHO = (query, back) -> back.reply(query.copy(), 0);

    @Test
    void aDatagramComesBackAfterBothWays() {
        VirtualNetwork network = network(CALM, 1);
        network.servers().putDatagrams(SERVER, ECHO);
        Ear ear = new Ear(network);

        ear.ask("hello");
        network.runUntilIdle();

        assertThat(ear.heard).containsExactly("20 ms 198.51.100.7 hello");
    }

    @Test
    void whatIsNotFlushedDoesNotLeave() {
        VirtualNetwork network = network(CALM, 1);
        network.servers().putDatagrams(SERVER, ECHO);
        Ear ear = new Ear(network);

        ear.port.send(octets(ear.port, "hello"), SERVER, 0);
        network.runUntilIdle();

        assertThat(ear.heard).isEmpty();
        ear.port.close();
    }

    @Test
    void timePassesOnlyUntilWhatIsStillToHappen() {
        VirtualNetwork network = network(CALM, 1);
        Lane lane = network.lanes().get(0);
        long start = network.now();
        List<String> order = new ArrayList<>();

        lane.schedule(Duration.ofHours(1).toNanos(), () -> order.add("an hour later"));
        lane.schedule(Duration.ofDays(9).toNanos(), () -> order.add("never")).cancel();
        lane.execute(() -> order.add("at once, on the lane: " + lane.isCurrent()));
        network.runUntilIdle();

        assertThat(order).containsExactly("at once, on the lane: true", "an hour later");
        assertThat(network.now() - start).isEqualTo(Duration.ofHours(1).toNanos());
        assertThat(lane.isCurrent()).isFalse();
    }

    @Test
    void theSameSeedGivesTheSameRunAndAnotherAnother() {
        assertThat(hashOfAStorm(5)).isEqualTo(hashOfAStorm(5)).isNotEqualTo(hashOfAStorm(6));
    }

    private static long hashOfAStorm(long seed) {
        return storm(seed).trace().hash();
    }

    @Test
    void everyMishapHappens() {
        NetworkTrace trace = storm(7).trace();

        assertThat(Fate.values())
                .filteredOn(fate -> trace.count(fate) == 0)
                .containsExactly(Fate.RATE_LIMITED, Fate.REFUSED, Fate.TOO_LATE, Fate.CONNECTED, Fate.CLOSED);
        assertThat(trace.count(Fate.LOST)).isBetween(150L, 250L);
    }

    private static VirtualNetwork storm(long seed) {
        Mishaps mishaps = new Mishaps(0.1, 0.1, 0.1, 0.1, 0.1, 0.1);
        Delay delay = Delay.logNormal(Duration.ofMillis(20), 0.8);
        VirtualNetwork network = network(Weather.calm(delay).with(mishaps), seed);
        network.servers().putElsewhere(ECHO);
        Ear ear = new Ear(network);
        for (int i = 0; i < 1000; i++) {
            ear.ask("some twelve octets or more");
        }
        network.runUntilIdle();
        return network;
    }

    @Test
    void aRateLimiterSlipsEveryOtherReplyAsTruncated() {
        VirtualNetwork network = network(CALM.with(new RateLimit(10, 2)), 1);
        network.servers().putDatagrams(SERVER, ECHO);
        Ear ear = new Ear(network);

        for (int i = 0; i < 30; i++) {
            ear.ask("\0\1\0\0\0\1\0\0\0\0\0\0\0\0\6\0\1");
        }
        network.runUntilIdle();

        assertThat(network.trace().count(Fate.RATE_LIMITED)).isEqualTo(20);
        assertThat(ear.heard).hasSize(20);
    }

    @Test
    void nothingPassesWhileThereIsAnOutage() {
        long start = network(CALM, 1).now();
        long end = start + Duration.ofSeconds(5).toNanos();
        VirtualNetwork network = network(CALM.withOutage(now -> now < end), 1);
        network.servers().putDatagrams(SERVER, ECHO);
        Ear ear = new Ear(network);

        ear.ask("lost");
        network.advance(Duration.ofSeconds(5));
        ear.ask("heard");
        network.runUntilIdle();

        assertThat(ear.heard).containsExactly("5020 ms 198.51.100.7 heard");
    }

    @Test
    void aServerMayRefuse() {
        VirtualNetwork network = network(CALM, 1);
        network.servers().putDatagrams(SERVER, (query, back) -> back.refuse());
        Ear ear = new Ear(network);

        ear.ask("hello");
        network.runUntilIdle();

        assertThat(ear.heard).containsExactly("20 ms undeliverable 0");
    }

    @Test
    void framedMessagesTravelBothWaysOnAStream() {
        VirtualNetwork network = network(CALM, 1);
        network.servers().put(SERVER, ECHO);
        Ear ear = new Ear(network);

        ear.connect();
        network.advance(Duration.ofMillis(20));
        ear.stream.send(octets(ear.stream.buffer(9), "\0\5he"));
        ear.stream.send(octets(ear.stream.buffer(9), "llo\0\2ho"));
        network.advance(Duration.ofMillis(20));
        ear.stream.close();
        network.runUntilIdle();

        assertThat(ear.heard).containsExactly("20 ms connected", "40 ms stream \0\5hello", "40 ms stream \0\2ho");
    }

    @Test
    void aStreamToNobodyIsRefused() {
        VirtualNetwork network = network(CALM, 1);
        Ear ear = new Ear(network);

        ear.connect();
        network.runUntilIdle();

        assertThat(ear.heard).containsExactly("20 ms stream closed");
    }

    private static VirtualNetwork network(Weather weather, long seed) {
        return new VirtualNetwork(2, Climate.everywhere(weather), seed);
    }

    private static ByteBuf octets(DatagramPort port, String text) {
        return octets(port.buffer(32), text);
    }

    private static ByteBuf octets(ByteBuf buffer, String text) {
        buffer.writeCharSequence(text, java.nio.charset.StandardCharsets.ISO_8859_1);
        return buffer;
    }

    /** Writes down what it hears and when. */
    private static final class Ear implements DatagramListener, StreamListener {

        private final List<String> heard = new ArrayList<>();
        private final VirtualNetwork network;
        private final long start;
        private final DatagramPort port;
        private Stream stream;

        Ear(VirtualNetwork network) {
            this.network = network;
            this.start = network.now();
            this.port = network.open(network.lanes().get(1), AddressFamily.IPV4, this);
        }

        void ask(String text) {
            port.send(octets(port, text), SERVER, 0);
            port.flush();
        }

        void connect() {
            stream = network.connect(network.lanes().get(0), SERVER, this);
        }

        private void hear(String what) {
            heard.add((network.now() - start) / 1_000_000 + " ms " + what);
        }

        @Override
        public void received(ByteBuf datagram, InetSocketAddress from) {
            assertThat(network.lanes().get(1).isCurrent()).isTrue();
            hear(from.getAddress().getHostAddress() + " " + text(datagram));
        }

        private static String text(ByteBuf octets) {
            return octets.toString(java.nio.charset.StandardCharsets.ISO_8859_1);
        }

        @Override
        public void batchEnded() {}

        @Override
        public void undeliverable(int ticket) {
            hear("undeliverable " + ticket);
        }

        @Override
        public void connected() {
            hear("connected");
        }

        @Override
        public void received(ByteBuf octets) {
            hear("stream " + text(octets));
        }

        @Override
        public void closed() {
            hear("stream closed");
        }
    }
}
