package org.zonedrift.sim.loopback;

import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.EventLoop;
import io.netty.channel.socket.DatagramPacket;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zonedrift.sim.network.DnsServer;
import org.zonedrift.sim.world.Place;
import org.zonedrift.zone.ServerAddress;

/**
 * Hands the datagrams that come to any address of a world to the servers' common answer, and sends
 * each reply with the address that was asked. Belongs to one event loop.
 */
@Sharable
final class SharedResponder extends ChannelInboundHandlerAdapter implements Outlets, AutoCloseable {

    private final DnsServer answering;
    private final Set<Long> places;
    private final EventLoop loop;

    private final WaysByAddress ways;
    /** No more than the world has places. */
    private final Map<ServerAddress, LooseSocket> sockets = new HashMap<>();

    SharedResponder(DnsServer answering, List<Long> places, EventLoop loop) {
        this.answering = answering;
        this.places = new HashSet<>(places);
        this.loop = loop;
        this.ways = new WaysByAddress(places.size());
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        DatagramPacket packet = (DatagramPacket) message;
        try {
            DatagramWay way = wayFrom(packet.recipient());
            if (way != null) {
                answering.received(packet.content(), way.leadTo(packet.sender()));
            }
        } finally {
            packet.release();
        }
    }

    private @Nullable DatagramWay wayFrom(InetSocketAddress asked) {
        byte[] octets = asked.getAddress().getAddress();
        DatagramWay known = ways.from(Place.at(octets));
        return known != null ? known : newWayFrom(ServerAddress.of(octets, asked.getPort()));
    }

    private @Nullable DatagramWay newWayFrom(ServerAddress server) {
        Outlet outlet = at(server);
        if (outlet == null) {
            return null;
        }
        DatagramWay way = new DatagramWay(server, outlet, this, loop);
        ways.add(way);
        return way;
    }

    @Override
    public @Nullable Outlet at(ServerAddress server) {
        if (!places.contains(Place.at(server.octets()))) {
            return null;
        }
        return sockets.computeIfAbsent(server, address -> LooseSocket.at(address.socketAddress()));
    }

    /** A datagram that could not be read concerns nobody else. */
    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {}

    @Override
    public void close() {
        sockets.values().forEach(LooseSocket::close);
    }
}
