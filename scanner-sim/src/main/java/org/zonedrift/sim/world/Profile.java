package org.zonedrift.sim.world;

import java.util.Locale;

/** Which part of the Internet a world resembles. */
public enum Profile {
    /** The domains that people visit most, under several top-level domains. */
    TOPLIST,
    /** All domains of one top-level domain. */
    TLD;

    /** The word for it in options and parameters. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
