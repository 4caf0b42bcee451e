package org.zonedrift.exchange.netty;

import io.netty.channel.ChannelOption;
import io.netty.channel.FixedRecvByteBufAllocator;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.RecvByteBufAllocator;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.DatagramChannel;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.SocketProtocolFamily;
import io.netty.channel.socket.nio.NioDatagramChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import org.zonedrift.zone.AddressFamily;

/** Sockets of the JDK: a system call for each datagram, on any system. */
final class NioSupply implements SocketSupply {

    @Override
    public IoHandlerFactory loops() {
        return NioIoHandler.newFactory();
    }

    @Override
    public RecvByteBufAllocator arrivals() {
        return new FixedRecvByteBufAllocator(DATAGRAM_MAX).maxMessagesPerRead(DATAGRAMS_PER_TURN);
    }

    @Override
    public DatagramChannel datagrams(AddressFamily family, RecvByteBufAllocator arrivals) {
        SocketProtocolFamily protocol =
                family == AddressFamily.IPV4 ? SocketProtocolFamily.INET : SocketProtocolFamily.INET6;
        NioDatagramChannel channel = new NioDatagramChannel(protocol);
        channel.config().setOption(ChannelOption.RECVBUF_ALLOCATOR, arrivals);
        return channel;
    }

    @Override
    public SocketChannel stream() {
        return new NioSocketChannel();
    }
}
