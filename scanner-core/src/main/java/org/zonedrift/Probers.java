package org.zonedrift;

import org.zonedrift.probe.ZoneProber;
import org.zonedrift.telemetry.Purpose;

/** Who visits addresses: at the first look, at later ones, and those that are called primary. */
record Probers(ZoneProber first, ZoneProber again, ZoneProber primaries) {

    static Probers of(ZoneProber usual) {
        return new Probers(usual, usual.asking(Purpose.RECHECK), usual.asking(Purpose.MNAME));
    }
}
