package org.zonedrift.verdict;

import java.util.Locale;

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
}
