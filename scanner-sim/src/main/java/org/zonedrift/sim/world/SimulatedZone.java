package org.zonedrift.sim.world;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zonedrift.zone.DomainName;
import org.zonedrift.zone.NameServer.Listed;

/**
 * A zone of the world: who serves it, and how.
 *
 * @param contents names below the apex
 * @param drift what becomes of its serials
 * @param sharing how its operators share the work
 */
public record SimulatedZone(DomainName apex, List<Seat> seats, Contents contents, Drift drift, Sharing sharing) {

    /** The addresses of a name that exists and has none. */
    static final long[] NOWHERE = {};

    /** What a second look finds where serials differ. */
    public enum Drift {
        NONE,
        UNCHANGED,
        MOVING,
        CONVERGED,
        REGRESSED
    }

    /** Whether one or several operators serve the zone, and from how many primaries. */
    public enum Sharing {
        ONE_OPERATOR,
        ONE_SOURCE,
        INDEPENDENT
    }

    /** What else stands in the zone besides its servers. */
    @FunctionalInterface
    public interface Contents {

        /** Nothing. */
        Contents NONE = name -> null;

        /** Where the name leads: null when there is no such name, empty without addresses. */
        long @Nullable [] placesOf(DomainName name);

        /** Names that the parent has addresses of although they serve other zones. */
        default List<DomainName> glue() {
            return List.of();
        }

        /** The zone cut on the way from here down to the name; null when there is none. */
        default @Nullable SimulatedZone zoneTowards(DomainName name) {
            return null;
        }
    }

    public SimulatedZone {
        seats = List.copyOf(seats);
    }

    /** A zone without any trouble. */
    static SimulatedZone sound(DomainName apex, List<Seat> seats, Contents contents) {
        return new SimulatedZone(apex, seats, contents, Drift.NONE, Sharing.ONE_OPERATOR);
    }

    /** How the server at this address treats the zone; null when it does not know the zone. */
    public @Nullable Seat seatAt(long place) {
        for (Seat seat : seats) {
            if (seat.isAt(place)) {
                return seat;
            }
        }
        return null;
    }

    /** The addresses of a name at or below the apex; null when there is no such name. */
    public long @Nullable [] placesOf(DomainName name) {
        boolean between = false;
        for (Seat seat : seats) {
            if (seat.host().equals(name)) {
                return seat.places();
            }
            between |= seat.host().isBelow(name);
        }
        return between ? NOWHERE : contents.placesOf(name);
    }

    /** The names inside the zone whose addresses the parent has. */
    public List<DomainName> glueHosts() {
        List<DomainName> hosts = new ArrayList<>(contents.glue());
        for (Seat seat : seats) {
            if (seat.listed() != Listed.CHILD && seat.host().isBelow(apex) && !hosts.contains(seat.host())) {
                hosts.add(seat.host());
            }
        }
        return hosts;
    }

    /** The NS set in the parent. */
    public List<DomainName> parentNs() {
        return namesWithout(Listed.CHILD);
    }

    /** The NS set at the apex. */
    public List<DomainName> childNs() {
        return namesWithout(Listed.PARENT);
    }

    private List<DomainName> namesWithout(Listed other) {
        return seats.stream()
                .filter(seat -> seat.listed() != other)
                .map(Seat::host)
                .toList();
    }
}
