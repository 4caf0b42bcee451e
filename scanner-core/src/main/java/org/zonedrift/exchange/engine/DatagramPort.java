package org.zonedrift.exchange.engine;

import io.netty.buffer.ByteBuf;
import org.zonedrift.zone.ServerAddress;

/** A bound port for datagrams, confined to its lane. */
public interface DatagramPort {

    /** Room for the datagram that is sent next, empty; to be filled and sent before another is asked for. */
    ByteBuf buffer(int capacity);

    /**
     * Queues for sending what was written into the last buffer. Takes it back.
     *
     * @param ticket given back should the datagram turn out to be undeliverable
     */
    void send(ByteBuf datagram, ServerAddress to, int ticket);

    /** Lets everything queued go. */
    void flush();

    void close();
}
