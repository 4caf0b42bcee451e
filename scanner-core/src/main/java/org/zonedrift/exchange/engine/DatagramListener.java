package org.zonedrift.exchange.engine;

import io.netty.buffer.ByteBuf;
import java.net.InetSocketAddress;

/** Hears what happens at a datagram port, on the port's lane. */
public interface DatagramListener {

    /** A datagram came; the buffer is only lent for the call. */
    void received(ByteBuf datagram, InetSocketAddress from);

    /** The last of a batch of datagrams was delivered: a good moment to flush. */
    void batchEnded();

    /** The datagram sent with this ticket did not leave: no route, or the system refused it. */
    void undeliverable(int ticket);
}
