package org.zonedrift.sim.network;

import io.netty.buffer.ByteBuf;

/** What stands at an address and answers messages. Runs outside of every lane. */
@FunctionalInterface
public interface DnsServer {

    /** A message came. It is only lent for the time of the call; the way back stays open. */
    void received(ByteBuf query, ReturnPath back);
}
