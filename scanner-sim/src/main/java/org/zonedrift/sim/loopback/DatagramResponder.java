package org.zonedrift.sim.loopback;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.socket.DatagramPacket;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zonedrift.sim.network.DnsServer;
import org.zonedrift.zone.ServerAddress;

/** Hands the datagrams of one server's own socket to the servers' common answer. */
final class DatagramResponder extends SimpleChannelInboundHandler<DatagramPacket> {

    private final DnsServer answering;
    private final Neighbours neighbours;
    private @Nullable DatagramWay way;

    DatagramResponder(DnsServer answering, Neighbours neighbours) {
        this.answering = answering;
        this.neighbours = neighbours;
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        Channel channel = context.channel();
        InetSocketAddress local = (InetSocketAddress) channel.localAddress();
        ServerAddress server = ServerAddress.of(local.getAddress().getAddress(), local.getPort());
        way = new DatagramWay(server, neighbours.add(server, channel), neighbours, channel.eventLoop());
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, DatagramPacket packet) {
        DatagramWay back = way;
        if (back != null) {
            answering.received(packet.content(), back.leadTo(packet.sender()));
        }
    }

    /** A datagram that could not be read or sent concerns nobody else. */
    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {}

    /** The servers that have sockets of their own; known to the event loop of all of them. */
    static final class Neighbours implements Outlets {

        private final Map<ServerAddress, Outlet> byAddress = new HashMap<>();

        Outlet add(ServerAddress server, Channel channel) {
            Outlet outlet =
                    (datagram, to) -> channel.writeAndFlush(new DatagramPacket(datagram, to), channel.voidPromise());
            byAddress.put(server, outlet);
            return outlet;
        }

        @Override
        public @Nullable Outlet at(ServerAddress server) {
            return byAddress.get(server);
        }
    }
}
