package org.zonedrift.sim.world;

import org.zonedrift.zone.DomainName;
import org.zonedrift.zone.NameServer.Listed;

/**
 * One name server of a zone: its name, its addresses, and how it treats the zone.
 *
 * @param places its addresses; none where the name leads nowhere
 * @param copy the version of the zone that it holds, if it held one
 */
public record Seat(DomainName host, Listed listed, long[] places, Conduct conduct, Copy copy) {

    boolean isAt(long place) {
        for (long own : places) {
            if (own == place) {
                return true;
            }
        }
        return false;
    }

    Seat with(Conduct other) {
        return new Seat(host, listed, places, other, copy);
    }

    Seat with(Copy other) {
        return new Seat(host, listed, places, conduct, other);
    }

    Seat listedBy(Listed side) {
        return new Seat(host, side, places, conduct, copy);
    }
}
