package org.zonedrift.sim.loopback;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.socket.DatagramPacket;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.zonedrift.exchange.Manner.Transport;
import org.zonedrift.sim.network.ReturnPath;
import org.zonedrift.zone.ServerAddress;

/** The way back through a socket: of one client for a stream, of one after another for datagrams. */
final class SocketWay implements ReturnPath {

    private static final Clock CLOCK = Clock.systemUTC();

    private final Channel channel;
    private final Transport transport;
    private final ServerAddress server;
    private final DatagramSockets sockets;
    private InetSocketAddress client;

    SocketWay(Channel channel, Transport transport, DatagramSockets sockets) {
        this.channel = channel;
        this.transport = transport;
        this.sockets = sockets;
        InetSocketAddress local = (InetSocketAddress) channel.localAddress();
        this.server = ServerAddress.of(local.getAddress().getAddress(), local.getPort());
        InetSocketAddress remote = (InetSocketAddress) channel.remoteAddress();
        this.client = remote == null ? local : remote;
    }

    void leadTo(InetSocketAddress nextClient) {
        client = nextClient;
    }

    @Override
    public ServerAddress server() {
        return server;
    }

    @Override
    public InetSocketAddress client() {
        return client;
    }

    @Override
    public Transport transport() {
        return transport;
    }

    @Override
    public long now() {
        return TimeUnit.MILLISECONDS.toNanos(CLOCK.millis());
    }

    @Override
    public ByteBuf buffer(int capacity) {
        return channel.alloc().directBuffer(capacity);
    }

    @Override
    public void reply(ByteBuf reply, long thinkNanos) {
        Object message = transport == Transport.UDP ? new DatagramPacket(reply, client) : reply;
        if (thinkNanos == 0) {
            channel.write(message, channel.voidPromise());
            return;
        }
        channel.eventLoop().schedule(() -> channel.writeAndFlush(message), thinkNanos, TimeUnit.NANOSECONDS);
    }

    @Override
    public void replyFrom(InetSocketAddress source, ByteBuf reply, long thinkNanos) {
        DatagramPacket packet = new DatagramPacket(reply, client);
        channel.eventLoop().schedule(() -> sockets.send(source, packet), thinkNanos, TimeUnit.NANOSECONDS);
    }

    /** Ends a stream; an open socket cannot make the kernel say that nobody listens. */
    @Override
    public void refuse() {
        if (transport == Transport.TCP) {
            channel.close();
        }
    }
}
