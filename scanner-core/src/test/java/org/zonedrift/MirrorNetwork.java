package org.zonedrift;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.zonedrift.exchange.Lane;
import org.zonedrift.exchange.VirtualLane;
import org.zonedrift.exchange.engine.DatagramListener;
import org.zonedrift.exchange.engine.DatagramPort;
import org.zonedrift.exchange.engine.Network;
import org.zonedrift.exchange.engine.Stream;
import org.zonedrift.exchange.engine.StreamListener;
import org.zonedrift.zone.AddressFamily;
import org.zonedrift.zone.ServerAddress;

/** A network in which every question comes back with an SOA record; it makes nothing for a datagram. */
final class MirrorNetwork implements Network {

    private static final int DATAGRAM_MAX = 512;
    private static final int ANSWERED = 0x8400;
    private static final int OPT_LENGTH = 11;

    /** Owner and names by pointers to the question's name, then type, class, TTL, length and numbers. */
    private static final byte[] SOA = new byte[12 + 4 + 20];

    static {
        SOA[0] = (byte) 0xc0;
        SOA[1] = 12;
        SOA[3] = 6;
        SOA[5] = 1;
        SOA[11] = 24;
        SOA[12] = (byte) 0xc0;
        SOA[13] = 12;
        SOA[14] = (byte) 0xc0;
        SOA[15] = 12;
    }

    private final VirtualLane lane = new VirtualLane();
    private final Queue<Port> onTheWay = new ArrayDeque<>();

    VirtualLane lane() {
        return lane;
    }

    /** Delivers what is on the way and what that brings about, until nothing is. */
    void settle() {
        lane.settle();
        while (!onTheWay.isEmpty()) {
            onTheWay.remove().deliver();
        }
    }

    @Override
    public List<? extends Lane> lanes() {
        return List.of(lane);
    }

    @Override
    public boolean reaches(ServerAddress server) {
        return true;
    }

    @Override
    public long datagramsDroppedHere() {
        return 0;
    }

    @Override
    public DatagramPort open(Lane on, AddressFamily family, DatagramListener listener) {
        return new Port(listener);
    }

    @Override
    public Stream connect(Lane on, ServerAddress server, StreamListener listener) {
        throw new IllegalStateException("nobody needs a stream here");
    }

    @Override
    public void close() {}

    private final class Port implements DatagramPort {

        private final DatagramListener listener;
        private final Queue<ByteBuf> free = new ArrayDeque<>();
        private final Queue<ByteBuf> sent = new ArrayDeque<>();
        private final Queue<InetSocketAddress> receivers = new ArrayDeque<>();
        private boolean flushed;

        Port(DatagramListener listener) {
            this.listener = listener;
        }

        @Override
        public ByteBuf buffer(int capacity) {
            return free.isEmpty()
                    ? Unpooled.buffer(DATAGRAM_MAX)
                    : free.remove().clear();
        }

        @Override
        public void send(ByteBuf datagram, ServerAddress to, int ticket) {
            datagram.setShort(2, ANSWERED).setShort(6, 1).setShort(10, 0);
            datagram.writerIndex(datagram.writerIndex() - OPT_LENGTH).writeBytes(SOA);
            sent.add(datagram);
            receivers.add(to.socketAddress());
        }

        @Override
        public void flush() {
            if (!flushed) {
                flushed = true;
                onTheWay.add(this);
            }
        }

        void deliver() {
            flushed = false;
            for (int left = sent.size(); left > 0; left--) {
                ByteBuf datagram = sent.remove();
                listener.received(datagram, receivers.remove());
                free.add(datagram);
            }
            listener.batchEnded();
        }

        @Override
        public void close() {}
    }
}
