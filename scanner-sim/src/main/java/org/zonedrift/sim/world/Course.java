package org.zonedrift.sim.world;

import org.zonedrift.zone.SerialNumber;

/** How a server's version of a zone goes on with time. */
@FunctionalInterface
public interface Course {

    /** The serial at an instant, in milliseconds since 1970. */
    SerialNumber at(long millis);

    /** Whether the server does not answer at that instant. */
    default boolean isSilentAt(long millis) {
        return false;
    }

    /** Always the same. */
    static Course fixed(long serial) {
        SerialNumber constant = SerialNumber.of(serial);
        return millis -> constant;
    }

    /** The time of the last change in seconds, of a zone that changes so often, seen with a delay. */
    static Course clock(long everySeconds, long delaySeconds) {
        return millis ->
                SerialNumber.of(Math.floorDiv(millis - 1_000 * delaySeconds, 1_000 * everySeconds) * everySeconds);
    }

    /** One less every so often. */
    static Course falling(long start, long everySeconds) {
        return millis -> SerialNumber.of(start - Math.floorDiv(millis, 1_000 * everySeconds));
    }

    /** One, then the other, for so long each. */
    static Course alternating(long one, long other, long everySeconds) {
        return millis -> SerialNumber.of(isOdd(millis, everySeconds) ? other : one);
    }

    /** Whether an instant lies in an odd one of the stretches of so many seconds. */
    static boolean isOdd(long millis, long everySeconds) {
        return (Math.floorDiv(millis, 1_000 * everySeconds) & 1) == 1;
    }
}
