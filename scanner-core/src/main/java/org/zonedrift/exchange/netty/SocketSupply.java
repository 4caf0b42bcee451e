package org.zonedrift.exchange.netty;

import io.netty.channel.IoHandlerFactory;
import io.netty.channel.RecvByteBufAllocator;
import io.netty.channel.socket.DatagramChannel;
import io.netty.channel.socket.SocketChannel;
import org.zonedrift.zone.AddressFamily;

/** Makes sockets of one kind, set up for many small datagrams, and the loops that serve them. */
interface SocketSupply {

    /** The largest payload in an Ethernet frame; whoever sends more was not listening to us. */
    int DATAGRAM_MAX = 1472;

    /** Datagrams handled before the loop looks at anything else. */
    int DATAGRAMS_PER_TURN = 256;

    IoHandlerFactory loops();

    /** Where the datagrams of one lane's sockets arrive. */
    RecvByteBufAllocator arrivals();

    DatagramChannel datagrams(AddressFamily family, RecvByteBufAllocator arrivals);

    SocketChannel stream();

    /** The kind that the settings ask for and this machine has. */
    static SocketSupply of(NettySettings.Sockets wanted) {
        return wanted == NettySettings.Sockets.BEST && EpollSupply.isAvailable() ? new EpollSupply() : new NioSupply();
    }
}
