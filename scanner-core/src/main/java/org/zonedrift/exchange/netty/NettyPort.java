package org.zonedrift.exchange.netty;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.DatagramChannel;
import io.netty.channel.socket.DatagramPacket;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zonedrift.exchange.engine.DatagramListener;
import org.zonedrift.exchange.engine.DatagramPort;
import org.zonedrift.zone.ServerAddress;

/** A UDP socket on its event loop. */
final class NettyPort extends ChannelInboundHandlerAdapter implements DatagramPort {

    private static final Logger LOG = LoggerFactory.getLogger(NettyPort.class);

    private final DatagramChannel channel;
    private final DatagramListener listener;
    private final SendReceipts receipts;
    private final Parcels parcels;

    /** What is being filled. */
    private @Nullable Parcel next;

    NettyPort(DatagramChannel channel, Parcels parcels, DatagramListener listener) {
        this.channel = channel;
        this.listener = listener;
        this.receipts = new SendReceipts(channel, listener);
        this.parcels = parcels;
        channel.pipeline().addLast(this);
    }

    /** Binds the socket, which is done when this returns. On its loop only. */
    void bind(NettyLane lane, InetSocketAddress local) {
        lane.loop().register(channel);
        Throwable trouble = channel.bind(local).cause();
        if (trouble != null) {
            channel.close();
            throw new UncheckedIOException("cannot bind to " + local, new IOException(trouble));
        }
    }

    int localPort() {
        return channel.localAddress().getPort();
    }

    @Override
    public ByteBuf buffer(int capacity) {
        Parcel parcel = parcels.take(capacity);
        next = parcel;
        return parcel.content();
    }

    @Override
    public void send(ByteBuf datagram, ServerAddress to, int ticket) {
        Parcel filled = next;
        if (filled == null || filled.content() != datagram) {
            throw new IllegalStateException("not the buffer that was given last");
        }
        next = null;
        channel.write(filled.to(to.socketAddress()), receipts.expecting(ticket));
    }

    @Override
    public void flush() {
        channel.flush();
    }

    @Override
    public void close() {
        channel.close();
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        DatagramPacket packet = (DatagramPacket) message;
        try {
            listener.received(packet.content(), packet.sender());
        } finally {
            packet.release();
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        listener.batchEnded();
    }

    /** A failed read harms nobody: whoever waits for the datagram waits until its time is up. */
    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        if (cause instanceof IOException) {
            LOG.debug("reading from a UDP socket failed", cause);
        } else {
            LOG.error("a bug showed itself on the packet path", cause);
        }
    }
}
