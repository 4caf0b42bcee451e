package org.zonedrift.sim.loopback;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.socket.DatagramPacket;
import org.jspecify.annotations.Nullable;
import org.zonedrift.exchange.Manner.Transport;
import org.zonedrift.sim.network.DnsServer;

/** Hands the datagrams of one server socket to the servers' common answer, and sends its replies. */
final class DatagramResponder extends SimpleChannelInboundHandler<DatagramPacket> {

    private final DnsServer answering;
    private final DatagramSockets sockets;
    private @Nullable SocketWay way;

    DatagramResponder(DnsServer answering, DatagramSockets sockets) {
        this.answering = answering;
        this.sockets = sockets;
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        sockets.add(context.channel());
        way = new SocketWay(context.channel(), Transport.UDP, sockets);
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, DatagramPacket packet) {
        SocketWay back = way;
        if (back != null) {
            back.leadTo(packet.sender());
            answering.received(packet.content(), back);
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        context.flush();
    }

    /** A datagram that could not be read or sent concerns nobody else. */
    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {}
}
