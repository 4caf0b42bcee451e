package org.zonedrift.exchange.engine;

import io.netty.buffer.ByteBuf;
import java.net.InetSocketAddress;
import org.zonedrift.zone.ServerAddress;

/** Hears what happens at a datagram port, on the port's lane. */
public interface DatagramListener {

    /** A datagram came; the buffer is only lent for the call. */
    void received(ByteBuf datagram, InetSocketAddress from);

    /** The last of a batch of datagrams was delivered: a good moment to flush. */
    void batchEnded();

    /** A datagram to this server could not be sent, or the network refused it. */
    void undeliverable(ServerAddress to);
}
