package org.zonedrift.exchange.netty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.netty.buffer.ByteBuf;
import io.netty.channel.socket.DatagramChannel;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zonedrift.exchange.engine.DatagramListener;
import org.zonedrift.exchange.engine.DatagramPort;
import org.zonedrift.zone.AddressFamily;
import org.zonedrift.zone.ServerAddress;

class EpollSupplyTest {

    /** One octet more than a datagram of IPv4 can hold. */
    private static final int TOO_LARGE = 65_508;

    private static final int WAIT_SECONDS_MAX = 30;

    @BeforeEach
    void onLinuxOnly() {
        assumeThat(EpollSupply.isAvailable()).as("epoll").isTrue();
    }

    @Test
    void theSystemIsToldThatItNeedNotCutDatagramsUp() {
        EpollSupply supply = new EpollSupply();
        DatagramChannel channel = supply.datagrams(AddressFamily.IPV4, supply.arrivals());
        try {
            assertThat(channel.config().getOption(EpollSupply.CUTTING_UP)).isEqualTo(EpollSupply.NEVER);
        } finally {
            channel.unsafe().closeForcibly();
        }
    }

    @Test
    void whatIsTooLargeToLeaveWholeIsToldAndTheRestGoes() throws Exception {
        Ear ear = new Ear();
        try (LoopbackServer server = new LoopbackServer(InetAddress.getByName("127.0.0.1"), query -> query);
                NettyNetwork network = new NettyNetwork(NettySettings.withLanes(1))) {
            network.lanes().get(0).execute(() -> {
                DatagramPort port = network.open(network.lanes().get(0), AddressFamily.IPV4, ear);
                send(port, 1, server.address());
                send(port, TOO_LARGE, server.address());
                send(port, 3, server.address());
                port.flush();
            });

            assertThat(List.of(ear.next(), ear.next(), ear.next()))
                    .containsExactlyInAnyOrder("1 came", TOO_LARGE + " did not leave", "3 came");
        }
    }

    /** The ticket is the size. */
    private static void send(DatagramPort port, int size, ServerAddress to) {
        ByteBuf datagram = port.buffer(size);
        port.send(datagram.writeZero(size), to, size);
    }

    private static final class Ear implements DatagramListener {

        private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

        String next() throws InterruptedException {
            return String.valueOf(heard.poll(WAIT_SECONDS_MAX, TimeUnit.SECONDS));
        }

        @Override
        public void received(ByteBuf datagram, InetSocketAddress from) {
            heard.add(datagram.readableBytes() + " came");
        }

        @Override
        public void batchEnded() {}

        @Override
        public void undeliverable(int ticket) {
            heard.add(ticket + " did not leave");
        }
    }
}
