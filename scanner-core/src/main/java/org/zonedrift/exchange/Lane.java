package org.zonedrift.exchange;

/**
 * One thread's worth of work, and the time that passes on it. A zone stays on the lane that took
 * it, so what belongs to a lane needs no locks.
 */
public interface Lane {

    /** What an assertion says of a caller that touches from elsewhere what is confined to a lane. */
    String ELSEWHERE = "called from outside its lane";

    /** Nanoseconds since 1970; never goes back. In a simulation, the simulated time. */
    long now();

    /** Runs the task on this lane, soon, after what already waits there. Callable from anywhere. */
    void execute(Runnable task);

    /** Runs the task on this lane after the delay. Callable on this lane only. */
    Alarm schedule(long delayNanos, Runnable task);

    /** Whether the caller runs on this lane. */
    boolean isCurrent();

    /** Something that will happen unless it is called off. */
    @FunctionalInterface
    interface Alarm {
        void cancel();
    }
}
