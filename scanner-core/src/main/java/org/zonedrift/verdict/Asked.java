package org.zonedrift.verdict;

import org.zonedrift.operator.Runner;
import org.zonedrift.probe.Observation;
import org.zonedrift.zone.NameServer;

/**
 * One address under one name of the zone's servers, and what it said.
 *
 * @param runner who runs the server, as its name tells
 * @param place of the address among the distinct ones
 */
record Asked(
        NameServer ns,
        NameServer.Located located,
        Observation seen,
        Runner runner,
        ServerRow.Repetition repetition,
        int place) {

    boolean isFirst() {
        return repetition == ServerRow.Repetition.FIRST;
    }
}
