package org.zonedrift.sim.scan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zonedrift.sim.world.Conduct;
import org.zonedrift.sim.world.Copy;
import org.zonedrift.sim.world.Course;
import org.zonedrift.sim.world.Place;
import org.zonedrift.sim.world.Profile;
import org.zonedrift.sim.world.Seat;
import org.zonedrift.sim.world.SimulatedZone;
import org.zonedrift.sim.world.World;
import org.zonedrift.zone.DomainName;
import org.zonedrift.zone.NameServer.Listed;
import org.zonedrift.zone.SerialNumber;
import org.zonedrift.zone.SoaRecord;

/** A world with one top-level domain, {@code handmade}, and in it the zones that a test needs. */
final class HandmadeWorld {

    static final DomainName TLD = DomainName.parse("handmade");

    private static final long SERIAL = 2026110101L;

    private final Map<DomainName, Map<DomainName, SimulatedZone>> zonesBelow = new HashMap<>();

    /** An address of a server. */
    static long place(int block, int server) {
        return Place.of(127, 200, block, server);
    }

    static DomainName name(String text) {
        return DomainName.parse(text);
    }

    /** A server of a zone, whose own NS set lists these. */
    static Seat seat(DomainName zone, DomainName host, Listed listed, long[] places, List<DomainName> apexNs) {
        return new Seat(host, listed, places, Conduct.HONEST, copy(zone, host, apexNs));
    }

    private static Copy copy(DomainName zone, DomainName mname, List<DomainName> apexNs) {
        SoaRecord soa = new SoaRecord(
                mname, zone.child("hostmaster"), SerialNumber.of(SERIAL), 7_200, 3_600, 1_209_600, 3_600, 3_600);
        return new Copy(soa, Course.fixed(SERIAL), apexNs);
    }

    /** Delegates a zone with these servers from the zone above it. */
    HandmadeWorld zone(String apex, List<Seat> seats) {
        return zone(apex, seats, name -> null);
    }

    /** The same with more names in it. */
    HandmadeWorld zone(String apex, List<Seat> seats, SimulatedZone.Contents more) {
        DomainName zone = name(apex);
        zonesBelow
                .computeIfAbsent(zone.parent(), parent -> new HashMap<>())
                .put(zone, SimulatedZone.sound(zone, seats, new Below(zone, more)));
        return this;
    }

    World world() {
        DomainName host = TLD.child("ns");
        Seat seat = seat(TLD, host, Listed.BOTH, new long[] {place(0, 1)}, List.of(host));
        SimulatedZone tld = SimulatedZone.sound(TLD, List.of(seat), new Below(TLD, name -> null));
        return new World(World.Origin.of(Profile.TOPLIST, 1, 0), List.of(new World.Annex(tld, List.of())));
    }

    /** What is in a zone: names, and the zones cut out of it. */
    private final class Below implements SimulatedZone.Contents {

        private final DomainName apex;
        private final SimulatedZone.Contents more;

        Below(DomainName apex, SimulatedZone.Contents more) {
            this.apex = apex;
            this.more = more;
        }

        @Override
        public long @Nullable [] placesOf(DomainName name) {
            return more.placesOf(name);
        }

        @Override
        public @Nullable SimulatedZone zoneTowards(DomainName name) {
            return name.isBelow(apex)
                    ? zonesBelow.getOrDefault(apex, Map.of()).get(name.ancestor(apex.labelCount() + 1))
                    : null;
        }
    }

    /** Names h0.domain to hN.domain as servers that are nowhere. */
    static List<Seat> nowhere(DomainName zone, DomainName domain, int count) {
        List<Seat> seats = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            DomainName host = domain.child("h" + i);
            seats.add(seat(zone, host, Listed.BOTH, new long[0], List.of(host)));
        }
        return seats;
    }
}
