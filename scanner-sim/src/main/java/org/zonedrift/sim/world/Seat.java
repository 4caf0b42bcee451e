package org.zonedrift.sim.world;

import org.zonedrift.zone.DomainName;
import org.zonedrift.zone.NameServer.Listed;

/**
 * One name server of a zone: its name, its addresses, and how it treats the zone.
 *
 * @param places its addresses; none where the name leads nowhere
 * @param glue the addresses that the parent gives out, if it is asked to give any
 * @param copy the version of the zone that it holds, if it held one
 */
public record Seat(DomainName host, Listed listed, long[] places, long[] glue, Conduct conduct, Copy copy) {

    /** A server whose parent knows its addresses. */
    public Seat(DomainName host, Listed listed, long[] places, Conduct conduct, Copy copy) {
        this(host, listed, places, places, conduct, copy);
    }

    /** Whether the server listens there, by its own account or the parent's. */
    boolean isAt(long place) {
        return contains(places, place) || glue != places && contains(glue, place);
    }

    private static boolean contains(long[] some, long place) {
        for (long own : some) {
            if (own == place) {
                return true;
            }
        }
        return false;
    }

    /** The same server, treating the zone differently. */
    public Seat with(Conduct other) {
        return new Seat(host, listed, places, glue, other, copy);
    }

    /** The same server with another version of the zone. */
    public Seat with(Copy other) {
        return new Seat(host, listed, places, glue, conduct, other);
    }
}
