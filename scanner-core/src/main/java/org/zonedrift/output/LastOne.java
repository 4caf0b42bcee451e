package org.zonedrift.output;

import org.jspecify.annotations.Nullable;

/** The stretch of JSON that told an object last: the same object again is told by the same octets. */
final class LastOne {

    private @Nullable Object told;
    private byte @Nullable [] octets;

    /** The octets that tell this very object, not to be changed, or null. */
    byte @Nullable [] telling(Object what) {
        return what == told ? octets : null;
    }

    void keep(Object what, byte[] stretch) {
        told = what;
        octets = stretch;
    }
}
