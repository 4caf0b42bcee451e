package org.zonedrift.exchange;

/**
 * Who waits for a limit: questions in the queues of lanes, and before those the zones that wait
 * elsewhere until it is nearly their turn. Shared by all lanes, and touched only where somebody
 * waits.
 */
final class Line {

    private int queued;
    private long parked;
    private long gone;

    /** One more question waits in the queue of a lane. */
    synchronized void queue() {
        queued++;
    }

    /** A question leaves its queue. */
    synchronized void unqueue() {
        queued--;
    }

    /** Somebody who will ask so many questions waits elsewhere; answers how many were before him. */
    synchronized long park(int turns) {
        long before = parked;
        parked += turns;
        return before;
    }

    synchronized void unpark(int turns) {
        gone += turns;
    }

    /** How many are before somebody who comes now. */
    synchronized long length() {
        return queued + parked - gone;
    }

    /** How many are still before somebody before whom so many were parked. */
    synchronized long before(long ticket) {
        return queued + Math.max(0, ticket - gone);
    }
}
