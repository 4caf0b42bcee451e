package org.zonedrift.sim.loopback;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.buffer.Unpooled;
import io.netty.channel.EventLoop;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import org.zonedrift.exchange.Manner.Transport;
import org.zonedrift.sim.network.ReturnPath;
import org.zonedrift.zone.ServerAddress;

/** The way of datagrams back from one server to one client after another, on one event loop. */
final class DatagramWay implements ReturnPath {

    private final ServerAddress server;
    private final Outlet outlet;
    private final Outlets outlets;
    private final EventLoop loop;
    private InetSocketAddress client;

    DatagramWay(ServerAddress server, Outlet outlet, Outlets outlets, EventLoop loop) {
        this.server = server;
        this.outlet = outlet;
        this.outlets = outlets;
        this.loop = loop;
        this.client = server.socketAddress();
    }

    /** The same way, to another client from now on. */
    DatagramWay leadTo(InetSocketAddress nextClient) {
        client = nextClient;
        return this;
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
        return Transport.UDP;
    }

    @Override
    public long now() {
        return WallClock.now();
    }

    @Override
    public ByteBuf buffer(int capacity) {
        return PooledByteBufAllocator.DEFAULT.directBuffer(capacity);
    }

    @Override
    public void reply(ByteBuf reply, long thinkNanos) {
        leave(outlet, reply, thinkNanos);
    }

    @Override
    public void replyFrom(InetSocketAddress source, ByteBuf reply, long thinkNanos) {
        Outlet other = outlets.at(ServerAddress.of(source.getAddress().getAddress(), source.getPort()));
        if (other == null) {
            reply.release();
        } else {
            leave(other, reply, thinkNanos);
        }
    }

    private void leave(Outlet from, ByteBuf reply, long thinkNanos) {
        if (thinkNanos == 0) {
            from.send(reply, client);
            return;
        }
        InetSocketAddress to = client;
        // A loop that ends forgets what it has yet to do: such a reply must be nothing that has to be given back.
        byte[] octets = ByteBufUtil.getBytes(reply);
        reply.release();
        loop.schedule(() -> from.send(Unpooled.wrappedBuffer(octets), to), thinkNanos, TimeUnit.NANOSECONDS);
    }

    /** An open socket cannot make the kernel say that nobody listens. */
    @Override
    public void refuse() {}
}
