package org.zonedrift.verdict;

import org.zonedrift.probe.Observation;
import org.zonedrift.zone.NameServer;

/** One address under one name of the zone's servers, and what it said. */
record Asked(NameServer ns, NameServer.Located located, Observation seen, ServerRow.Repetition repetition) {

    boolean isFirst() {
        return repetition == ServerRow.Repetition.FIRST;
    }
}
