package org.zonedrift.verdict;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.zonedrift.zone.SerialNumber;

/** Where a server's serial stands relative to the reference. */
public enum Position {
    EQUAL,
    BEHIND,
    AHEAD,
    INCOMPARABLE;

    private final String key = name().toLowerCase(Locale.ROOT);

    /** The published word. */
    public String key() {
        return key;
    }

    static @Nullable Position of(SerialNumber serial, Reference reference) {
        if (reference.serial() == null) {
            return null;
        }
        return switch (serial.relationTo(reference.serial())) {
            case EQUAL -> EQUAL;
            case OLDER -> BEHIND;
            case NEWER -> AHEAD;
            case UNDEFINED -> INCOMPARABLE;
        };
    }

    /** The signed way to the reference, positive when behind; {@link ServerRow#NO_LAG} without one. */
    static int lag(SerialNumber serial, Reference reference) {
        return reference.serial() == null ? ServerRow.NO_LAG : serial.distanceTo(reference.serial());
    }
}
