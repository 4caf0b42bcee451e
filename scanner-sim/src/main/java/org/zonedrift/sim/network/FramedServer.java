package org.zonedrift.sim.network;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.net.InetSocketAddress;
import java.util.Arrays;
import org.zonedrift.exchange.Manner.Transport;
import org.zonedrift.exchange.engine.StreamListener;
import org.zonedrift.zone.ServerAddress;

/** A server of messages behind TCP's framing: two octets of length before each (RFC 1035 §4.2.2). */
public final class FramedServer implements StreamServer {

    private static final int LENGTH_OCTETS = 2;

    private final DnsServer server;

    public FramedServer(DnsServer server) {
        this.server = server;
    }

    @Override
    public StreamListener accept(ServerStream client) {
        return new Framing(server, client);
    }

    /** One client's octets, cut into messages. */
    private static final class Framing implements StreamListener {

        private final DnsServer server;
        private final ServerStream client;
        private byte[] pending = new byte[0];

        Framing(DnsServer server, ServerStream client) {
            this.server = server;
            this.client = client;
        }

        @Override
        public void connected() {}

        @Override
        public void received(ByteBuf octets) {
            int before = pending.length;
            pending = Arrays.copyOf(pending, before + octets.readableBytes());
            octets.readBytes(pending, before, pending.length - before);
            int at = 0;
            while (pending.length - at >= LENGTH_OCTETS && pending.length - at >= LENGTH_OCTETS + lengthAt(at)) {
                int length = lengthAt(at);
                server.received(Unpooled.wrappedBuffer(pending, at + LENGTH_OCTETS, length), new StreamReturn(client));
                at += LENGTH_OCTETS + length;
            }
            pending = Arrays.copyOfRange(pending, at, pending.length);
        }

        private int lengthAt(int at) {
            return (pending[at] & 0xff) << Byte.SIZE | pending[at + 1] & 0xff;
        }

        @Override
        public void closed() {}
    }

    /** The way back along a stream. */
    private record StreamReturn(ServerStream stream) implements ReturnPath {

        private static final InetSocketAddress SOMEBODY = new InetSocketAddress("192.0.2.1", 1024);

        @Override
        public ServerAddress server() {
            return stream.server();
        }

        @Override
        public InetSocketAddress client() {
            return SOMEBODY;
        }

        @Override
        public Transport transport() {
            return Transport.TCP;
        }

        @Override
        public long now() {
            return stream.now();
        }

        @Override
        public ByteBuf buffer(int capacity) {
            return stream.buffer(capacity);
        }

        @Override
        public void reply(ByteBuf reply, long thinkNanos) {
            ByteBuf framed = stream.buffer(LENGTH_OCTETS + reply.readableBytes());
            framed.writeShort(reply.readableBytes()).writeBytes(reply);
            reply.release();
            stream.send(framed, thinkNanos);
        }

        @Override
        public void replyFrom(InetSocketAddress source, ByteBuf reply, long thinkNanos) {
            reply(reply, thinkNanos);
        }

        @Override
        public void refuse() {
            stream.close(0);
        }
    }
}
