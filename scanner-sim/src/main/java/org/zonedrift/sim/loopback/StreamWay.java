package org.zonedrift.sim.loopback;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import org.zonedrift.exchange.Manner.Transport;
import org.zonedrift.sim.network.ReturnPath;
import org.zonedrift.zone.ServerAddress;

/** The way back to the one client of a stream. */
final class StreamWay implements ReturnPath {

    private final Channel channel;
    private final ServerAddress server;
    private final InetSocketAddress client;

    StreamWay(Channel channel) {
        this.channel = channel;
        InetSocketAddress local = (InetSocketAddress) channel.localAddress();
        this.server = ServerAddress.of(local.getAddress().getAddress(), local.getPort());
        this.client = (InetSocketAddress) channel.remoteAddress();
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
        return Transport.TCP;
    }

    @Override
    public long now() {
        return WallClock.now();
    }

    @Override
    public ByteBuf buffer(int capacity) {
        return channel.alloc().directBuffer(capacity);
    }

    @Override
    public void reply(ByteBuf reply, long thinkNanos) {
        if (thinkNanos == 0) {
            channel.write(reply, channel.voidPromise());
            return;
        }
        channel.eventLoop().schedule(() -> channel.writeAndFlush(reply), thinkNanos, TimeUnit.NANOSECONDS);
    }

    /** A stream has but one end. */
    @Override
    public void replyFrom(InetSocketAddress source, ByteBuf reply, long thinkNanos) {
        reply(reply, thinkNanos);
    }

    @Override
    public void refuse() {
        channel.close();
    }
}
