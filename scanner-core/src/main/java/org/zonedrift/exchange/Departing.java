package org.zonedrift.exchange;

import org.zonedrift.zone.ServerAddress;

/** When something may leave for a server. */
@FunctionalInterface
public interface Departing {

    /** Everything, as soon as it is there. */
    Departing AT_ONCE = (server, send) -> send.run();

    /** Runs the send at once, or later on the caller's lane. */
    void pass(ServerAddress server, Runnable send);
}
