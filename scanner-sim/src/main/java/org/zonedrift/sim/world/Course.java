package org.zonedrift.sim.world;

import org.zonedrift.zone.SerialNumber;

/** How a serial goes on with time. */
@FunctionalInterface
public interface Course {

    /** The serial at an instant, in milliseconds since 1970. */
    SerialNumber at(long millis);

    /** Always the same. */
    static Course fixed(long serial) {
        SerialNumber constant = SerialNumber.of(serial);
        return millis -> constant;
    }

    /** One more every so often, seen with a delay. */
    static Course rising(long start, long everyMillis, long delayMillis) {
        return millis -> SerialNumber.of(start + Math.floorDiv(millis - delayMillis, everyMillis));
    }
}
