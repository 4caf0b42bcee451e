package org.zonedrift.exchange.engine;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.buffer.Unpooled;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import org.zonedrift.exchange.Lane;
import org.zonedrift.exchange.VirtualLane;
import org.zonedrift.zone.AddressFamily;
import org.zonedrift.zone.ServerAddress;

/** A network that keeps what is sent, and delivers what a test hands it. */
final class TapedNetwork implements Network {

    /** One datagram that was sent, and the port it came from. */
    record Sent(byte[] octets, ServerAddress to, int ticket, DatagramListener port) {

        /** Delivers a datagram to the port that sent this one. */
        void answerWith(byte[] octets, InetSocketAddress from) {
            ByteBuf buffer = Unpooled.wrappedBuffer(octets);
            port.received(buffer, from);
            port.batchEnded();
        }

        void answerWith(byte[] octets) {
            answerWith(octets, to.socketAddress());
        }

        /** The same message as a response with nothing in it. */
        byte[] emptyReply() {
            byte[] reply = octets.clone();
            reply[2] |= (byte) 0x84;
            return reply;
        }
    }

    final VirtualLane lane = new VirtualLane();
    final List<Sent> sent = new ArrayList<>();
    int flushes;
    int portsLeft = Integer.MAX_VALUE;

    Sent last() {
        return sent.get(sent.size() - 1);
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
    public DatagramPort open(Lane on, AddressFamily family, DatagramListener listener) {
        if (portsLeft-- <= 0) {
            throw new UncheckedIOException(new IOException("no port left"));
        }
        return new Port(listener);
    }

    @Override
    public Stream connect(Lane on, ServerAddress server, StreamListener listener) {
        throw new UnsupportedOperationException("datagrams only");
    }

    @Override
    public long datagramsDroppedHere() {
        return 0;
    }

    @Override
    public void close() {
        sent.clear();
    }

    private final class Port implements DatagramPort {

        private final DatagramListener listener;

        Port(DatagramListener listener) {
            this.listener = listener;
        }

        @Override
        public ByteBuf buffer(int capacity) {
            return PooledByteBufAllocator.DEFAULT.directBuffer(capacity);
        }

        @Override
        public void send(ByteBuf datagram, ServerAddress to, int ticket) {
            byte[] octets = new byte[datagram.readableBytes()];
            datagram.readBytes(octets).release();
            sent.add(new Sent(octets, to, ticket, listener));
        }

        @Override
        public void flush() {
            flushes++;
        }

        @Override
        public void close() {
            portsLeft = 0;
        }
    }
}
