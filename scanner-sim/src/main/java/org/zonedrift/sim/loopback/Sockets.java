package org.zonedrift.sim.loopback;

import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.FixedRecvByteBufAllocator;
import io.netty.channel.IoEventLoop;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollChannelOption;
import io.netty.channel.epoll.EpollDatagramChannel;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioDatagramChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.zonedrift.sim.network.DnsServer;
import org.zonedrift.zone.ServerAddress;

/** The server sockets of a world and the one thread that serves them: epoll where it exists. */
final class Sockets implements AutoCloseable {

    /** Longer questions than this do not come over UDP. */
    private static final int QUESTION_MAX = 512;

    private static final int DATAGRAMS_AT_ONCE = 32;
    private static final int READS_AT_ONCE = 128;

    /** Enough for the bursts of a scanner that opens with thousands of questions. */
    private static final int RECEIVE_BUFFER = 1 << 22;

    private static final int BACKLOG = 256;

    private final MultiThreadIoEventLoopGroup group;
    private final IoEventLoop loop;
    private final DatagramSockets datagramSockets = new DatagramSockets();
    private final boolean epoll = Epoll.isAvailable();

    Sockets() {
        IoHandlerFactory factory = epoll ? EpollIoHandler.newFactory() : NioIoHandler.newFactory();
        group = new MultiThreadIoEventLoopGroup(1, new DefaultThreadFactory("simulated-internet", true), factory);
        loop = group.next();
    }

    /** A socket on its way to an address: many are bound at once, then awaited. */
    record Binding(ServerAddress server, ChannelFuture future) {

        /** Adds the bound socket, and answers its port. */
        int await(List<Channel> channels) {
            Throwable cause = future.awaitUninterruptibly().cause();
            if (cause != null) {
                throw new UncheckedIOException("cannot listen on " + server, new IOException(cause));
            }
            channels.add(future.channel());
            return ((InetSocketAddress) future.channel().localAddress()).getPort();
        }
    }

    Binding bindDatagrams(ServerAddress server, DnsServer answering) {
        Bootstrap bootstrap = new Bootstrap()
                .group(loop)
                .channel(epoll ? EpollDatagramChannel.class : NioDatagramChannel.class)
                .option(ChannelOption.SO_RCVBUF, RECEIVE_BUFFER)
                .option(
                        ChannelOption.RECVBUF_ALLOCATOR,
                        new FixedRecvByteBufAllocator(QUESTION_MAX * (epoll ? DATAGRAMS_AT_ONCE : 1))
                                .maxMessagesPerRead(READS_AT_ONCE))
                .handler(new DatagramResponder(answering, datagramSockets));
        if (epoll) {
            bootstrap.option(EpollChannelOption.MAX_DATAGRAM_PAYLOAD_SIZE, QUESTION_MAX);
        }
        return new Binding(server, bootstrap.bind(server.socketAddress()));
    }

    Binding bindStreams(ServerAddress server, DnsServer answering) {
        ServerBootstrap bootstrap = new ServerBootstrap()
                .group(loop)
                .channel(epoll ? EpollServerSocketChannel.class : NioServerSocketChannel.class)
                .option(ChannelOption.SO_BACKLOG, BACKLOG)
                .option(ChannelOption.SO_REUSEADDR, true)
                .childHandler(new ChannelInitializer<Channel>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        StreamResponder.install(channel, answering);
                    }
                });
        return new Binding(server, bootstrap.bind(server.socketAddress()));
    }

    @Override
    public void close() {
        group.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
    }
}
