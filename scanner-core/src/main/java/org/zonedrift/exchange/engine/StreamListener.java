package org.zonedrift.exchange.engine;

import io.netty.buffer.ByteBuf;

/** Hears what happens on a stream, on its lane. */
public interface StreamListener {

    /** The stream stands. */
    void connected();

    /** Octets came, cut anywhere; the buffer is only lent for the call. */
    void received(ByteBuf octets);

    /** The stream ended, or never came about; nothing follows. */
    void closed();
}
