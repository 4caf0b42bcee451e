package org.zonedrift.verdict;

import org.zonedrift.probe.Observation;
import org.zonedrift.zone.NameServer;
import org.zonedrift.zone.SerialNumber;
import org.zonedrift.zone.SoaRecord;

/**
 * One address that speaks for the zone, counted once.
 *
 * @param at the first name under which the address stands, and what it said
 */
record Voice(Asked at, SoaRecord soa, String operator) {

    /** The name that the address belongs to. */
    NameServer ns() {
        return at.ns();
    }

    Observation seen() {
        return at.seen();
    }

    SerialNumber serial() {
        return soa.serial();
    }
}
