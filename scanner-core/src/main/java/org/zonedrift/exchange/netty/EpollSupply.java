package org.zonedrift.exchange.netty;

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
import org.zonedrift.zone.AddressFamily;

/**
 * Linux sockets: a system call carries a batch of datagrams. Not io_uring, which needs an entry in
 * its queue for each datagram and costs more.
 */
final class EpollSupply implements SocketSupply {

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
        return channel;
    }

    @Override
    public SocketChannel stream() {
        return new EpollSocketChannel();
    }
}
