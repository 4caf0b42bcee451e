package org.zonedrift.sim.world;

import java.util.ArrayList;
import java.util.Arrays;
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
        REGRESSED,
        UNKNOWN
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

        /** Servers that know the zone and stand in no NS set. */
        default List<Seat> hidden() {
            return List.of();
        }

        /** Where the name is an alias of another, by CNAME or by a DNAME above it; else null. */
        default @Nullable Alias aliasOf(DomainName name) {
            return null;
        }

        /** The zone cut on the way from here down to the name; null when there is none. */
        default @Nullable SimulatedZone zoneTowards(DomainName name) {
            return null;
        }
    }

    /**
     * A record that sends a name elsewhere.
     *
     * @param owner the name that has the record: the alias itself, or for DNAME a name above it
     * @param target where the record points
     */
    public record Alias(DomainName owner, int type, DomainName target) {}

    public SimulatedZone {
        seats = List.copyOf(seats);
    }

    /** A zone without any trouble. */
    public static SimulatedZone sound(DomainName apex, List<Seat> seats, Contents contents) {
        return new SimulatedZone(apex, seats, contents, Drift.NONE, Sharing.ONE_OPERATOR);
    }

    /** How the server at this address treats the zone; null when it does not know the zone. */
    public @Nullable Seat seatAt(long place) {
        for (Seat seat : seats) {
            if (seat.isAt(place)) {
                return seat;
            }
        }
        for (Seat seat : contents.hidden()) {
            if (seat.isAt(place)) {
                return seat;
            }
        }
        return null;
    }

    /** The addresses of a name at or below the apex; null when there is no such name. */
    public long @Nullable [] placesOf(DomainName name) {
        long[] found = null;
        for (Seat seat : seats) {
            found = merged(found, seat, name);
        }
        for (Seat seat : contents.hidden()) {
            found = merged(found, seat, name);
        }
        return found != null ? found : contents.placesOf(name);
    }

    /** What was found, with the addresses of this server if the name is its own. */
    private static long @Nullable [] merged(long @Nullable [] found, Seat seat, DomainName name) {
        if (!seat.host().isAtOrBelow(name)) {
            return found;
        }
        long[] more = seat.host().equals(name) ? seat.places() : NOWHERE;
        if (found == null || found.length == 0) {
            return more;
        }
        long[] both = Arrays.copyOf(found, found.length + more.length);
        System.arraycopy(more, 0, both, found.length, more.length);
        return both;
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
                .distinct()
                .toList();
    }
}
