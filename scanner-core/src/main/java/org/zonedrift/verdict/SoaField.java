package org.zonedrift.verdict;

import java.util.Locale;

/** The fields of an SOA record besides the serial, in the order in which differences are listed. */
public enum SoaField {
    EXPIRE,
    MINIMUM,
    MNAME,
    REFRESH,
    RETRY,
    RNAME,
    TTL;

    private final String key = name().toLowerCase(Locale.ROOT);

    /** The published word. */
    public String key() {
        return key;
    }
}
