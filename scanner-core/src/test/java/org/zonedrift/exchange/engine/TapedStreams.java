package org.zonedrift.exchange.engine;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.zonedrift.exchange.Lane;
import org.zonedrift.exchange.VirtualLane;
import org.zonedrift.zone.AddressFamily;
import org.zonedrift.zone.ServerAddress;

/** A network of streams that keeps what is sent; what happens on them is what a test says. */
final class TapedStreams implements Network {

    private static final int LENGTH_OCTETS = 2;

    final VirtualLane lane = new VirtualLane();
    final List<Taped> streams = new ArrayList<>();

    Taped last() {
        return streams.get(streams.size() - 1);
    }

    /** One stream, and the messages that were written to it. */
    static final class Taped implements Stream {

        final ServerAddress to;
        final StreamListener listener;
        final List<byte[]> messages = new ArrayList<>();
        boolean closed;

        Taped(ServerAddress to, StreamListener listener) {
            this.to = to;
            this.listener = listener;
        }

        @Override
        public ByteBuf buffer(int capacity) {
            return Unpooled.buffer(capacity);
        }

        @Override
        public void send(ByteBuf octets) {
            byte[] message = new byte[octets.readUnsignedShort()];
            octets.readBytes(message);
            messages.add(message);
            octets.release();
        }

        @Override
        public void close() {
            closed = true;
        }

        /** Octets arrive, as one segment. */
        void deliver(byte[]... parts) {
            listener.received(Unpooled.wrappedBuffer(parts));
        }

        /** The reply to the message of this number, framed and empty. */
        byte[] replyTo(int number) {
            byte[] message = messages.get(number).clone();
            message[2] |= (byte) 0x84;
            ByteArrayOutputStream framed = new ByteArrayOutputStream();
            framed.write(message.length >> Byte.SIZE);
            framed.write(message.length);
            framed.write(message, 0, message.length);
            return framed.toByteArray();
        }

        /** The same without anything but a header, which says that a question should follow. */
        byte[] unreadableReplyTo(int number) {
            byte[] reply = replyTo(number);
            reply[LENGTH_OCTETS + 7] = 1; // an answer that is not there
            return reply;
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
    public DatagramPort open(Lane on, AddressFamily family, DatagramListener listener) {
        throw new UnsupportedOperationException("streams only");
    }

    @Override
    public Stream connect(Lane on, ServerAddress server, StreamListener listener) {
        Taped stream = new Taped(server, listener);
        streams.add(stream);
        return stream;
    }

    @Override
    public long datagramsDroppedHere() {
        return 0;
    }

    @Override
    public void close() {
        streams.clear();
    }
}
