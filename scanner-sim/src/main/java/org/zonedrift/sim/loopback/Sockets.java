package org.zonedrift.sim.loopback;

import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandler;
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
import io.netty.channel.socket.SocketProtocolFamily;
import io.netty.channel.socket.nio.NioDatagramChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.unix.IntegerUnixChannelOption;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Inet6Address;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.zonedrift.sim.network.DnsServer;

/** The server sockets of a world and the one thread that serves them: epoll where it exists. */
final class Sockets implements AutoCloseable {

    /** Longer questions than this do not come over UDP. */
    private static final int QUESTION_MAX = 512;

    private static final int DATAGRAMS_AT_ONCE = 32;
    private static final int READS_AT_ONCE = 128;

    /** Enough for the bursts of a scanner that opens with thousands of questions. */
    private static final int RECEIVE_BUFFER = 1 << 22;

    private static final int BACKLOG = 256;

    /** Linux's numbers for what Netty has no name for: an address need not be ours to be listened at. */
    private static final ChannelOption<Integer> FREE_BIND = new IntegerUnixChannelOption("IPV6_FREEBIND", 41, 78);

    private final boolean epoll = Epoll.isAvailable();
    private final MultiThreadIoEventLoopGroup group;
    private final IoEventLoop loop;
    private final List<Channel> channels = new ArrayList<>();
    private final List<SharedResponder> responders = new ArrayList<>();

    Sockets() {
        IoHandlerFactory factory = epoll ? EpollIoHandler.newFactory() : NioIoHandler.newFactory();
        group = new MultiThreadIoEventLoopGroup(1, new DefaultThreadFactory("simulated-internet", true), factory);
        loop = group.next();
    }

    /** Whether the kernel tells of a datagram to which address it was sent. */
    boolean tellWhoWasAsked() {
        return epoll;
    }

    IoEventLoop loop() {
        return loop;
    }

    /** Lets it close its own sockets when all others are closed. */
    SharedResponder closeAtEnd(SharedResponder responder) {
        responders.add(responder);
        return responder;
    }

    /** A socket on its way to an address: many are bound at once, then awaited. */
    record Binding(InetSocketAddress address, ChannelFuture future) {}

    /** Waits until the socket is bound, and answers its port. */
    int await(Binding binding) {
        Throwable cause = binding.future().awaitUninterruptibly().cause();
        if (cause != null) {
            throw new UncheckedIOException("cannot listen on " + binding.address(), new IOException(cause));
        }
        Channel channel = binding.future().channel();
        channels.add(channel);
        return ((InetSocketAddress) channel.localAddress()).getPort();
    }

    /** What a datagram socket of ours is like, wherever it is bound. */
    Bootstrap datagrams(InetSocketAddress address, ChannelHandler handler) {
        SocketProtocolFamily family = familyOf(address);
        Bootstrap bootstrap = new Bootstrap()
                .group(loop)
                .channelFactory(() -> epoll ? new EpollDatagramChannel(family) : new NioDatagramChannel(family))
                .localAddress(address)
                .option(ChannelOption.SO_RCVBUF, RECEIVE_BUFFER)
                .option(
                        ChannelOption.RECVBUF_ALLOCATOR,
                        new FixedRecvByteBufAllocator(QUESTION_MAX * (epoll ? DATAGRAMS_AT_ONCE : 1))
                                .maxMessagesPerRead(READS_AT_ONCE))
                .handler(handler);
        if (isRouted(family)) {
            bootstrap.option(FREE_BIND, 1);
        }
        return epoll ? bootstrap.option(EpollChannelOption.MAX_DATAGRAM_PAYLOAD_SIZE, QUESTION_MAX) : bootstrap;
    }

    /** What a stream socket of ours is like, wherever it is bound. */
    ServerBootstrap streams(InetSocketAddress address, DnsServer answering) {
        SocketProtocolFamily family = familyOf(address);
        ServerBootstrap bootstrap = new ServerBootstrap()
                .group(loop)
                .channelFactory(() -> epoll ? new EpollServerSocketChannel(family) : new NioServerSocketChannel())
                .localAddress(address)
                .option(ChannelOption.SO_BACKLOG, BACKLOG)
                .option(ChannelOption.SO_REUSEADDR, true)
                .childHandler(new ChannelInitializer<Channel>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        StreamResponder.install(channel, answering);
                    }
                });
        return isRouted(family) ? bootstrap.option(FREE_BIND, 1) : bootstrap;
    }

    /** Whether a route brings datagrams to us, for addresses that no device has: a prefix is too large for that. */
    private boolean isRouted(SocketProtocolFamily family) {
        return epoll && family == SocketProtocolFamily.INET6;
    }

    private static SocketProtocolFamily familyOf(InetSocketAddress address) {
        return address.getAddress() instanceof Inet6Address ? SocketProtocolFamily.INET6 : SocketProtocolFamily.INET;
    }

    @Override
    public void close() {
        channels.forEach(Channel::close);
        group.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
        responders.forEach(SharedResponder::close);
    }
}
