package org.zonedrift.sim.loopback;

import io.netty.buffer.ByteBuf;
import java.net.InetSocketAddress;

/** Where datagrams leave with the address of one server. */
@FunctionalInterface
interface Outlet {

    /** Sends it now, or drops it as networks do. Takes ownership. */
    void send(ByteBuf datagram, InetSocketAddress to);
}
