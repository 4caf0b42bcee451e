package org.zonedrift.verdict;

import java.util.Locale;

/** How a set of serials can be ordered (RFC 1982 and its limits). */
public enum SerialOrder {
    SINGLE,
    TOTAL,
    /** The end points are half the circle apart. */
    UNDEFINED,
    /** The set does not fit into half a circle. */
    CYCLIC,
    /** Serials of independent primaries have no common time line. */
    NOT_COMPARABLE;

    private final String key = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** The published word. */
    public String key() {
        return key;
    }
}
