package org.zonedrift.exchange.netty;

import io.netty.channel.ChannelException;
import io.netty.channel.ChannelOption;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.RecvByteBufAllocator;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollChannelOption;
import io.netty.channel.epoll.EpollDatagramChannel;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.socket.DatagramChannel;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.SocketProtocolFamily;
import io.netty.channel.unix.IntegerUnixChannelOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zonedrift.zone.AddressFamily;

/**
 * Linux sockets: a system call carries a batch of datagrams. Not io_uring, which needs an entry in
 * its queue for each datagram and costs more.
 */
final class EpollSupply implements SocketSupply {

    /** IP_MTU_DISCOVER of Linux at the level of IPv4: whether the system may ever cut a datagram up. */
    static final IntegerUnixChannelOption CUTTING_UP = new IntegerUnixChannelOption("IP_MTU_DISCOVER", 0, 10);

    /** IP_PMTUDISC_DO: never. */
    static final int NEVER = 2;

    private static final Logger LOG = LoggerFactory.getLogger(EpollSupply.class);

    /** Datagrams that one system call can bring. */
    private static final int BATCH = 64;

    static boolean isAvailable() {
        return Epoll.isAvailable();
    }

    @Override
    public IoHandlerFactory loops() {
        return EpollIoHandler.newFactory();
    }

    @Override
    public RecvByteBufAllocator arrivals() {
        return new Arrivals(BATCH * DATAGRAM_MAX, DATAGRAMS_PER_TURN);
    }

    @Override
    public DatagramChannel datagrams(AddressFamily family, RecvByteBufAllocator arrivals) {
        SocketProtocolFamily protocol =
                family == AddressFamily.IPV4 ? SocketProtocolFamily.INET : SocketProtocolFamily.INET6;
        EpollDatagramChannel channel = new EpollDatagramChannel(protocol);
        // Batches are received only if the buffer is a multiple of the payload's size.
        channel.config().setOption(EpollChannelOption.MAX_DATAGRAM_PAYLOAD_SIZE, DATAGRAM_MAX);
        channel.config().setOption(ChannelOption.RECVBUF_ALLOCATOR, arrivals);
        if (family == AddressFamily.IPV4) {
            leaveWhole(channel);
        }
        return channel;
    }

    /**
     * A datagram that is never cut up needs no number by which its pieces would be put together, which the
     * system draws from a table that all processors write to. Questions are smaller than any path demands.
     */
    private static void leaveWhole(EpollDatagramChannel channel) {
        try {
            channel.config().setOption(CUTTING_UP, NEVER);
        } catch (ChannelException e) {
            LOG.debug("the system numbers each datagram", e);
        }
    }

    @Override
    public SocketChannel stream() {
        return new EpollSocketChannel();
    }
}
