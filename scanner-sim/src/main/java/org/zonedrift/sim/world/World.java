package org.zonedrift.sim.world;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.zonedrift.sim.world.Dice.Draw;
import org.zonedrift.zone.DomainName;

/**
 * A simulated Internet: a root, top-level domains, operators, and as many zones as one likes, all
 * of it computed from a seed when somebody asks, and never stored.
 *
 * <p>May be shared between threads.
 */
public final class World {

    /** Addresses at which servers stand, unless somebody wants more or fewer. */
    public static final int DEFAULT_POOL = 2_048;

    /**
     * Zones kept at hand, since a scanner asks several questions about each in a short time. More
     * would cost more: what lives long enough is copied by every young collection.
     */
    private static final int KEPT = 1 << 11;

    private final Dice dice;
    private final Origin origin;
    private final Parameters parameters;
    private final ZoneLabels labels;
    private final Shares tldShares;
    private final List<DomainName> tlds;
    private final double missing;
    private final ServerNames names;
    private final ZonePlan plan;
    private final Registries registries;
    private final Habits habits;
    private final Surroundings surroundings;
    private final List<Annex> annexes;
    private final Kept[] kept = new Kept[KEPT];

    /** What a world is computed from. */
    public record Origin(Profile profile, long seed, long zones, int pool, Families families) {

        public Origin {
            if (zones < 0 || zones > ZoneLabels.COUNT) {
                throw new IllegalArgumentException("a world has at most " + ZoneLabels.COUNT + " zones");
            }
        }

        /** A world with the usual pool of addresses, IPv4 only. */
        public static Origin of(Profile profile, long seed, long zones) {
            return new Origin(profile, seed, zones, DEFAULT_POOL, Families.IPV4);
        }
    }

    /**
     * A top-level domain that is not computed.
     *
     * @param places the IPv4 addresses of its servers, and of all below it
     */
    public record Annex(SimulatedZone tld, List<Long> places) {

        public Annex {
            places = List.copyOf(places);
        }
    }

    private record Kept(long number, SimulatedZone zone) {}

    public World(Origin origin) {
        this(origin, List.of());
    }

    /** A world with more top-level domains than those that are computed. */
    public World(Origin origin, List<Annex> annexes) {
        this.origin = origin;
        this.annexes = List.copyOf(annexes);
        this.parameters = Parameters.of(origin.profile());
        this.dice = new Dice(origin.seed());
        this.labels = new ZoneLabels(dice);
        this.tldShares = parameters.shares("tlds");
        this.tlds = tldShares.labels().stream().map(DomainName::parse).toList();
        this.missing = parameters.number("nxdomain");
        Providers providers = new Providers(parameters, origin.pool(), origin.zones());
        this.names = new ServerNames(parameters, dice, providers, tlds, origin.families());
        this.plan = new ZonePlan(parameters, dice, new ServerChoice(parameters, dice, providers, names));
        this.habits = new Habits(parameters, dice, names.plan().all(1 + tlds.size()));
        this.surroundings = new Surroundings(parameters, dice);
        this.registries = new Registries(tlds, this::delegated, annexes, parameters.referenceInstant());
    }

    /** The zones with these numbers exist: from 0 to one less than this. */
    public long zones() {
        return origin.zones();
    }

    public Origin origin() {
        return origin;
    }

    public Parameters parameters() {
        return parameters;
    }

    /** The top-level domains. */
    public List<DomainName> tlds() {
        return tlds;
    }

    /** The name with this number. */
    public DomainName name(long number) {
        byte[] label = labels.label(number);
        byte[] parent = tlds.get(tld(number)).wire();
        byte[] wire = new byte[1 + label.length + parent.length];
        wire[0] = (byte) label.length;
        System.arraycopy(label, 0, wire, 1, label.length);
        System.arraycopy(parent, 0, wire, 1 + label.length, parent.length);
        return DomainName.ofFoldedWire(wire);
    }

    /** The zone with this number, or null when nobody has registered that name. */
    public @Nullable SimulatedZone zone(long number) {
        if (dice.share(number, Draw.EXISTENCE) < missing) {
            return null;
        }
        int slot = (int) (number & KEPT - 1);
        Kept here = kept[slot];
        if (here == null || here.number() != number) {
            // A race loses nothing: both threads compute the same zone.
            here = new Kept(number, plan.zone(number, name(number), tld(number)));
            kept[slot] = here;
        }
        return here.zone();
    }

    /** What a scan must say about the name with this number. */
    public Truth truth(long number) {
        SimulatedZone zone = zone(number);
        return zone == null ? Truth.nxdomain(name(number)) : Truth.of(zone);
    }

    /** The same for a scan that asks only the servers that the parent lists. */
    public Truth truthOfServersOfParent(long number) {
        SimulatedZone zone = zone(number);
        return zone == null ? Truth.nxdomain(name(number)) : Truth.ofServersOfParent(zone);
    }

    /** What the server at an address does with every question, whatever the zone. */
    public Conduct habitAt(long place) {
        return habits.at(place);
    }

    /** How the server at an address is reached. */
    public Circumstances circumstancesAt(long place) {
        return surroundings.at(place);
    }

    /** The root zone; all others are reached from it. */
    public SimulatedZone root() {
        return registries.root();
    }

    /** Every address at which a server stands and a socket must be. */
    public List<Long> places() {
        List<Long> all = names.plan().all(1 + tlds.size());
        annexes.forEach(annex -> all.addAll(annex.places()));
        if (origin.families() == Families.DUAL) {
            all.addAll(all.stream().map(Place::twin).toList());
        }
        return all;
    }

    /** Whether names lead to addresses at which nobody must listen. */
    public boolean hasAbsentServers() {
        return !annexes.isEmpty();
    }

    /** Everything delegated from a top-level domain, sorted by name. */
    public void delegations(int tld, Consumer<SimulatedZone> each) {
        new SortedDelegations(this, labels, names).list(tld, each);
    }

    /** The root hints as a file says them. */
    public String rootHints() {
        return RootHints.of(root());
    }

    /** What a top-level domain delegates under this very name, or null. */
    @Nullable
    SimulatedZone delegatedFrom(int tld, DomainName name) {
        return delegated(name.label(0), tld);
    }

    int tld(long number) {
        return tldShares.indexAt(dice.share(number, Draw.TLD));
    }

    /** The zone delegated from a top-level domain under this label. */
    private @Nullable SimulatedZone delegated(byte[] label, int tld) {
        SimulatedZone zone = null;
        if (label.length == ZoneLabels.LENGTH) {
            zone = ordinary(label, tld);
        } else if (label.length == ZoneLabels.LENGTH + 2 && label[ZoneLabels.LENGTH] == '-') {
            zone = loop(label, tld);
        }
        return zone != null ? zone : names.zone(label, tld);
    }

    private @Nullable SimulatedZone ordinary(byte[] label, int tld) {
        long number = labels.numberAt(label, 0);
        return number < 0 || number >= origin.zones() || tld(number) != tld ? null : zone(number);
    }

    private @Nullable SimulatedZone loop(byte[] label, int tld) {
        int step = label[ZoneLabels.LENGTH + 1] == 'a' ? 1 : 2;
        int home = Math.floorMod(tld - step, tlds.size());
        SimulatedZone zone = ordinary(Arrays.copyOf(label, ZoneLabels.LENGTH), home);
        return zone == null || !names.loops().isEnteredFrom(zone, home)
                ? null
                : names.loops().zone(zone.apex(), home, step);
    }
}
