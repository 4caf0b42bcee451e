package org.zonedrift.sim.gallery;

import java.util.List;
import org.zonedrift.sim.world.Copy;
import org.zonedrift.sim.world.Seat;
import org.zonedrift.zone.DomainName;
import org.zonedrift.zone.NameServer.Listed;

/** Changes to the servers of a zone that is being set up. */
final class Seats {

    private Seats() {}

    /** The NS set that they make up. */
    static List<DomainName> childNs(List<Seat> seats) {
        return seats.stream()
                .filter(seat -> seat.listed() != Listed.PARENT)
                .map(Seat::host)
                .distinct()
                .toList();
    }

    /** The same servers, with this NS set at the apex where they have none of their own. */
    static List<Seat> withApexNs(List<Seat> seats, List<DomainName> apexNs) {
        return seats.stream()
                .map(seat -> seat.copy().apexNs().isEmpty()
                        ? seat.with(new Copy(seat.copy().soa(), seat.copy().serial(), apexNs))
                        : seat)
                .toList();
    }
}
