package org.zonedrift.exchange.netty;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOption;
import io.netty.channel.socket.SocketChannel;
import java.io.IOException;
import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zonedrift.exchange.engine.Stream;
import org.zonedrift.exchange.engine.StreamListener;

/** A TCP socket on its event loop. */
final class NettyStream extends ChannelInboundHandlerAdapter implements Stream {

    /** Whoever connects gives up much earlier; this only bounds what is forgotten. */
    private static final int CONNECT_TIMEOUT_MILLIS = 30_000;

    private static final Logger LOG = LoggerFactory.getLogger(NettyStream.class);

    private final SocketChannel channel;
    private final StreamListener listener;
    private boolean closed;

    NettyStream(SocketChannel channel, StreamListener listener) {
        this.channel = channel;
        this.listener = listener;
        channel.config().setOption(ChannelOption.TCP_NODELAY, true);
        channel.config().setOption(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_TIMEOUT_MILLIS);
        channel.pipeline().addLast(this);
    }

    void connect(NettyLane lane, InetSocketAddress remote, @Nullable InetSocketAddress local) {
        lane.loop().register(channel);
        ChannelFuture connecting = channel.connect(remote, local);
        // A refusal may be known at once; it is still told later, not from inside this call.
        connecting.addListener(future -> {
            if (!future.isSuccess()) {
                lane.execute(this::ended);
            }
        });
    }

    @Override
    public ByteBuf buffer(int capacity) {
        return channel.alloc().directBuffer(capacity);
    }

    @Override
    public void send(ByteBuf octets) {
        channel.writeAndFlush(octets, channel.voidPromise());
    }

    @Override
    public void close() {
        channel.close();
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        listener.connected();
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        ByteBuf octets = (ByteBuf) message;
        try {
            listener.received(octets);
        } finally {
            octets.release();
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        ended();
    }

    private void ended() {
        if (!closed) {
            closed = true;
            channel.close();
            listener.closed();
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        if (cause instanceof IOException) {
            LOG.debug("a TCP connection broke", cause);
        } else {
            LOG.error("a bug showed itself on a TCP connection", cause);
        }
        channel.close();
    }
}
