package org.zonedrift.verdict;

import org.zonedrift.probe.Observation;
import org.zonedrift.zone.NameServer;
import org.zonedrift.zone.SerialNumber;
import org.zonedrift.zone.SoaRecord;

/**
 * One address that speaks for the zone, counted once.
 *
 * @param ns the name that the address belongs to
 */
record Voice(NameServer ns, Observation seen, SoaRecord soa, String operator) {

    SerialNumber serial() {
        return soa.serial();
    }
}
