package org.zonedrift.exchange.engine;

import java.util.ArrayList;
import java.util.List;
import org.zonedrift.exchange.Lane;

/**
 * Lets datagrams go in batches: those of one turn of the lane together, or those that a batch of
 * received datagrams gave rise to.
 */
final class Departures {

    /** Then a batch goes at once: more would only wait, a system call takes no more. */
    private static final int BATCH_MAX = 256;

    private final Lane lane;
    private final List<UdpPort> waiting = new ArrayList<>();
    private final Runnable flush = this::flushTurn;
    private int datagrams;
    private boolean scheduled;
    private boolean receiving;

    Departures(Lane lane) {
        this.lane = lane;
    }

    /** A datagram was queued at this port. */
    void queued(UdpPort port) {
        if (port.awaitDeparture()) {
            waiting.add(port);
        }
        if (++datagrams == BATCH_MAX) {
            flush();
        } else if (!receiving && !scheduled) {
            scheduled = true;
            lane.execute(flush);
        }
    }

    /** Datagrams are coming in, and the end of the batch will be told. */
    void receiving() {
        receiving = true;
    }

    void batchEnded() {
        receiving = false;
        flush();
    }

    private void flushTurn() {
        scheduled = false;
        flush();
    }

    void flush() {
        datagrams = 0;
        for (int i = 0; i < waiting.size(); i++) {
            waiting.get(i).flush();
        }
        waiting.clear();
    }
}
