package org.zonedrift.sim.network;

import org.zonedrift.exchange.engine.StreamListener;

/** What accepts streams at an address. Runs outside of every lane. */
@FunctionalInterface
public interface StreamServer {

    /** A client connected: what shall hear it. The answer's {@code connected} is called next. */
    StreamListener accept(ServerStream client);
}
