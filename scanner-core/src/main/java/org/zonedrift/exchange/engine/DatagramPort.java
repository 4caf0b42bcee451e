package org.zonedrift.exchange.engine;

import io.netty.buffer.ByteBuf;
import org.zonedrift.zone.ServerAddress;

/** A bound port for datagrams, confined to its lane. */
public interface DatagramPort {

    /** Room for a datagram, from the pool that this port likes best; the caller owns it. */
    ByteBuf buffer(int capacity);

    /**
     * Queues a datagram for sending. Takes ownership of it.
     *
     * @param ticket given back should the datagram turn out to be undeliverable
     */
    void send(ByteBuf datagram, ServerAddress to, int ticket);

    /** Lets everything queued go. */
    void flush();

    void close();
}
