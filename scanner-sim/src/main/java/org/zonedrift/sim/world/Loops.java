package org.zonedrift.sim.world;

import java.util.List;
import org.zonedrift.zone.DomainName;
import org.zonedrift.zone.NameServer.Listed;

/**
 * Pairs of domains whose only servers bear names in each other: {@code x-a.lab} is served by {@code
 * ns.x-b.mock} and the other way round, so that nobody ever finds an address.
 */
final class Loops {

    private static final String SERVER = "ns";

    private final List<DomainName> tlds;
    private final OperatorCopies copies;

    Loops(List<DomainName> tlds, OperatorCopies copies) {
        this.tlds = tlds;
        this.copies = copies;
    }

    /** The server name of a zone that leads into the loop. */
    DomainName host(DomainName zone, int tld) {
        return domain(zone, tld, 1).child(SERVER);
    }

    /** Whether one of the zone's servers has its name there. */
    boolean isEnteredFrom(SimulatedZone zone, int tld) {
        DomainName host = host(zone.apex(), tld);
        return zone.seats().stream().anyMatch(seat -> seat.host().equals(host));
    }

    /** The first (1) or second (2) domain of the loop behind a zone. */
    DomainName domain(DomainName zone, int tld, int step) {
        String label = zone.toString().substring(0, zone.toString().indexOf('.'));
        return tlds.get((tld + step) % tlds.size()).child(label + (step == 1 ? "-a" : "-b"));
    }

    /** The delegation of one of the two domains: to a name in the other, without an address. */
    SimulatedZone zone(DomainName zone, int tld, int step) {
        DomainName host = domain(zone, tld, 3 - step).child(SERVER);
        Copy copy = copies.of(domain(zone, tld, step), List.of(host));
        Seat seat = new Seat(host, Listed.BOTH, new long[0], Conduct.HONEST, copy);
        return SimulatedZone.sound(domain(zone, tld, step), List.of(seat), SimulatedZone.Contents.NONE);
    }
}
