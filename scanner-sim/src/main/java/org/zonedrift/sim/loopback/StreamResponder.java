package org.zonedrift.sim.loopback;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.LengthFieldBasedFrameDecoder;
import io.netty.handler.codec.LengthFieldPrepender;
import org.zonedrift.sim.network.DnsServer;

/** Hands the messages of one TCP conversation to the servers' common answer. */
final class StreamResponder extends SimpleChannelInboundHandler<ByteBuf> {

    private static final int LENGTH_OCTETS = 2;
    private static final int MESSAGE_MAX = 65_535;

    private final DnsServer answering;
    private final StreamWay way;

    private StreamResponder(DnsServer answering, StreamWay way) {
        this.answering = answering;
        this.way = way;
    }

    static void install(Channel channel, DnsServer answering) {
        channel.pipeline()
                .addLast(new LengthFieldBasedFrameDecoder(
                        MESSAGE_MAX + LENGTH_OCTETS, 0, LENGTH_OCTETS, 0, LENGTH_OCTETS))
                .addLast(new LengthFieldPrepender(LENGTH_OCTETS))
                .addLast(new StreamResponder(answering, new StreamWay(channel)));
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, ByteBuf message) {
        answering.received(message, way);
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        context.flush();
    }

    /** Whoever breaks the conversation is let go. */
    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        context.close();
    }
}
