package org.zonedrift.sim.network;

/** Something that will happen at an instant of simulated time. */
interface Event {

    void happen();

    /** It will not happen; what it holds is let go. */
    default void discard() {}

    /** Whether it was called off; then it does not even make time pass. */
    default boolean isCalledOff() {
        return false;
    }
}
