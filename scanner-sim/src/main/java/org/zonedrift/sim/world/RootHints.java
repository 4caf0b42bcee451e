package org.zonedrift.sim.world;

import org.zonedrift.zone.AddressFamily;
import org.zonedrift.zone.AddressText;

/** The root's servers as a hints file lists them. */
final class RootHints {

    private static final String TTL = "3600000";

    private RootHints() {}

    static String of(SimulatedZone root) {
        StringBuilder hints = new StringBuilder();
        for (Seat seat : root.seats()) {
            hints.append(".\t" + TTL + "\tIN\tNS\t").append(seat.host()).append(".\n");
        }
        for (Seat seat : root.seats()) {
            for (long place : seat.places()) {
                String type = Place.family(place) == AddressFamily.IPV4 ? "A" : "AAAA";
                hints.append(seat.host()).append(".\t" + TTL + "\tIN\t").append(type);
                hints.append('\t')
                        .append(AddressText.write(Place.octets(place)))
                        .append('\n');
            }
        }
        return hints.toString();
    }
}
