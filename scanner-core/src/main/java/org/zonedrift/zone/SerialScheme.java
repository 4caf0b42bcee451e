package org.zonedrift.zone;

import java.util.Locale;

/** What a zone's serials are made of (§3.3 of the semantics). */
public enum SerialScheme {
    UNIX,
    DATE_NN,
    YYMMDDHHMM,
    DATE8,
    FIXED,
    COUNTER,
    OPAQUE,
    /** Sources or servers follow different schemes. */
    MIXED;

    private final String key = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** The published word. */
    public String key() {
        return key;
    }
}
