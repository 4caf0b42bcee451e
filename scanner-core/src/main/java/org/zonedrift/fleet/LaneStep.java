package org.zonedrift.fleet;

/** One lane's part of a step: makes queries due, and says when the last of them has ended. */
interface LaneStep {

    /** Begins; called on the lane. */
    void begin();

    /** No more queries become due; those under way are waited for. On the lane. */
    void stop();
}
