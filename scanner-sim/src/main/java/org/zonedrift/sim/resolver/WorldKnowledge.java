package org.zonedrift.sim.resolver;

import org.zonedrift.sim.world.Seat;
import org.zonedrift.sim.world.SimulatedZone;
import org.zonedrift.sim.world.World;
import org.zonedrift.wire.RecordType;
import org.zonedrift.zone.DomainName;
import org.zonedrift.zone.SoaRecord;

/** What the servers of a simulated world would tell a resolver that always asks the primary. */
public final class WorldKnowledge implements Knowledge {

    private final World world;

    public WorldKnowledge(World world) {
        this.world = world;
    }

    @Override
    public Fact about(DomainName name, int type, long millis) {
        SimulatedZone zone = zoneOf(name);
        SoaRecord soa = primary(zone).copy().soaAt(millis);
        boolean isApex = name.equals(zone.apex());
        if (!isApex && !name.parent().equals(zone.apex()) || zone.apex().labelCount() < 2 && !isApex) {
            return new Fact(Kind.NO_NAME, zone.apex(), soa, null);
        }
        if (type == RecordType.SOA && isApex) {
            return new Fact(Kind.SOA, zone.apex(), soa, null);
        }
        if (type == RecordType.A || type == RecordType.AAAA) {
            int octets = type == RecordType.A ? 4 : 16;
            return new Fact(Kind.ADDRESS, zone.apex(), soa, Numbered.address(name, octets));
        }
        return new Fact(Kind.NO_DATA, zone.apex(), soa, null);
    }

    private SimulatedZone zoneOf(DomainName name) {
        SimulatedZone deepest = world.root();
        SimulatedZone next = deepest.contents().zoneTowards(name);
        while (next != null) {
            deepest = next;
            next = deepest.contents().zoneTowards(name);
        }
        return deepest;
    }

    private static Seat primary(SimulatedZone zone) {
        for (Seat seat : zone.seats()) {
            if (seat.host().equals(seat.copy().soa().mname())) {
                return seat;
            }
        }
        return zone.seats().get(0);
    }
}
