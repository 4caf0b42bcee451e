package org.zonedrift.exchange.engine;

import io.netty.buffer.ByteBuf;

/** A TCP conversation, confined to its lane. */
public interface Stream {

    /** Room for octets to send; the caller owns it. */
    ByteBuf buffer(int capacity);

    /** Sends octets, soon. Takes ownership of them. */
    void send(ByteBuf octets);

    void close();
}
