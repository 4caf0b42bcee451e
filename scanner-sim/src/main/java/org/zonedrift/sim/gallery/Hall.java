package org.zonedrift.sim.gallery;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.zonedrift.sim.world.Conduct;
import org.zonedrift.sim.world.Copy;
import org.zonedrift.sim.world.Course;
import org.zonedrift.sim.world.Families;
import org.zonedrift.sim.world.Place;
import org.zonedrift.sim.world.Seat;
import org.zonedrift.sim.world.SimulatedZone;
import org.zonedrift.sim.world.SimulatedZone.Alias;
import org.zonedrift.sim.world.Truth;
import org.zonedrift.sim.world.World;
import org.zonedrift.zone.AddressFamily;
import org.zonedrift.zone.DomainName;
import org.zonedrift.zone.NameServer.Listed;
import org.zonedrift.zone.SerialNumber;
import org.zonedrift.zone.SoaRecord;

/**
 * Where the exhibits hang: two top-level domains, {@code exhibit} for the zones on show and {@code
 * backstage} for the operators' domains behind them.
 */
final class Hall {

    static final DomainName EXHIBIT = DomainName.parse("exhibit");
    static final DomainName BACKSTAGE = DomainName.parse("backstage");

    private static final int LOOPBACK = 127;
    private static final int BLOCKS = 54;
    private static final int REGISTRIES = 255;
    private static final long SERIAL = 1_793_491_200L;

    private final Families families;
    private final List<Exhibit> exhibits = new ArrayList<>();
    private final Map<DomainName, SimulatedZone> zones = new HashMap<>();
    private final Map<DomainName, List<Seat>> operators = new LinkedHashMap<>();
    private final Map<DomainName, Alias> aliases = new HashMap<>();
    private final Map<DomainName, long[]> hosts = new HashMap<>();
    private final Set<Long> places = new TreeSet<>();
    private int stages;

    Hall(Families families) {
        this.families = families;
    }

    /** A place for the next exhibit. */
    Staging stage(String label) {
        return new Staging(this, label, stages++);
    }

    /** An address of an exhibit's own block. */
    long place(int exhibit, int server) {
        return Place.of(LOOPBACK, BLOCKS, exhibit, server);
    }

    void open(Exhibit exhibit) {
        if (!exhibit.fits(families)) {
            return;
        }
        exhibits.add(exhibit);
        SimulatedZone zone = exhibit.zone();
        delegate(zone);
        for (Seat seat : zone.seats()) {
            if (seat.host().isBelow(BACKSTAGE) && seat.host().labelCount() > 2 && seat.places().length > 0) {
                operators
                        .computeIfAbsent(seat.host().parent(), domain -> new ArrayList<>())
                        .add(seat);
            }
        }
    }

    /** Shows a name that is no zone of its own. */
    void open(String wrong, Truth truth, Look look) {
        exhibits.add(new Exhibit(wrong, tld(EXHIBIT, 1), truth, look));
    }

    /** Delegates a zone from the top-level domain in which it lies, without showing it. */
    void delegate(SimulatedZone zone) {
        zones.putIfAbsent(zone.apex(), zone);
        zone.seats().forEach(this::occupy);
        zone.contents().hidden().forEach(this::occupy);
    }

    private void occupy(Seat seat) {
        if (seat.conduct() == Conduct.ABSENT || seat.conduct() == Conduct.SPECIAL) {
            return;
        }
        LongStream.concat(Arrays.stream(seat.places()), Arrays.stream(seat.glue()))
                .filter(place -> Place.family(place) == AddressFamily.IPV4)
                .forEach(places::add);
    }

    /** Puts an alias into the top-level domain itself. */
    void alias(DomainName name, Alias alias) {
        aliases.put(name, alias);
    }

    /** Puts a name with an address into the top-level domain itself. */
    void host(DomainName name, long place) {
        hosts.put(name, new long[] {place});
    }

    /** Puts a name without anything into the top-level domain itself. */
    void emptyName(DomainName name) {
        hosts.put(name, new long[0]);
    }

    List<Exhibit> exhibits() {
        return List.copyOf(exhibits);
    }

    List<World.Annex> annexes() {
        operators.forEach((domain, seats) -> delegate(operatorZone(domain, seats)));
        SimulatedZone exhibit = tld(EXHIBIT, 1);
        SimulatedZone backstage = tld(BACKSTAGE, 3);
        exhibit.seats().forEach(this::occupy);
        backstage.seats().forEach(this::occupy);
        return List.of(new World.Annex(exhibit, List.copyOf(places)), new World.Annex(backstage, List.of()));
    }

    /** The domain of an operator, served by the very servers whose names it holds. */
    private static SimulatedZone operatorZone(DomainName domain, List<Seat> named) {
        List<DomainName> names = named.stream().map(Seat::host).distinct().toList();
        Copy copy = soundCopy(domain, names);
        List<Seat> seats = named.stream()
                .map(seat -> new Seat(seat.host(), Listed.BOTH, seat.places(), Conduct.HONEST, copy))
                .toList();
        return SimulatedZone.sound(domain, seats, SimulatedZone.Contents.NONE);
    }

    static Copy soundCopy(DomainName apex, List<DomainName> ns) {
        SoaRecord soa = new SoaRecord(
                ns.get(0), apex.child("hostmaster"), SerialNumber.of(SERIAL), 7_200, 3_600, 1_209_600, 3_600, 86_400);
        return new Copy(soa, Course.fixed(SERIAL), ns);
    }

    private SimulatedZone tld(DomainName apex, int firstServer) {
        List<DomainName> names =
                List.of(apex.child("nic").child("a"), apex.child("nic").child("b"));
        Copy copy = soundCopy(apex, names);
        List<Seat> seats = new ArrayList<>();
        for (int server = 0; server < names.size(); server++) {
            long[] at = {place(REGISTRIES, firstServer + server)};
            seats.add(new Seat(names.get(server), Listed.BOTH, at, Conduct.HONEST, copy));
        }
        return SimulatedZone.sound(apex, seats, new Register(apex));
    }

    /** What a top-level domain of the gallery holds. */
    private final class Register implements SimulatedZone.Contents {

        private final DomainName apex;

        Register(DomainName apex) {
            this.apex = apex;
        }

        @Override
        public long @Nullable [] placesOf(DomainName name) {
            return hosts.get(name);
        }

        @Override
        public @Nullable Alias aliasOf(DomainName name) {
            return aliases.get(name);
        }

        @Override
        public @Nullable SimulatedZone zoneTowards(DomainName name) {
            return name.isBelow(apex) ? zones.get(name.ancestor(2)) : null;
        }
    }
}
