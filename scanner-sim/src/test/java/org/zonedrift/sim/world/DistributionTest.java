package org.zonedrift.sim.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.zonedrift.sim.world.SimulatedZone.Drift;
import org.zonedrift.sim.world.SimulatedZone.Sharing;
import org.zonedrift.zone.AddressFamily;
import org.zonedrift.zone.DomainName;
import org.zonedrift.zone.NameServer.Listed;

/** The world is distributed as its parameters say, within the bounds that chance leaves. */
class DistributionTest {

    private static final int ZONES = 20_000;

    /** Deviations that are still chance: one in 1.7 million goes further. */
    private static final double SIGMAS = 5;

    @ParameterizedTest
    @EnumSource(Profile.class)
    void numbersOfServersFollowTheTable(Profile profile) {
        List<SimulatedZone> zones = zones(profile);
        Shares counts = Parameters.of(profile).shares("ns.count");
        for (int i = 0; i < counts.labels().size(); i++) {
            int wanted = Integer.parseInt(counts.labels().get(i));
            assertShare(zones, zone -> zone.parentNs().size() == wanted, counts.share(i));
        }
    }

    @ParameterizedTest
    @EnumSource(Profile.class)
    void defectsAreAsFrequentAsTheParametersSay(Profile profile) {
        Parameters parameters = Parameters.of(profile);
        List<SimulatedZone> zones = zones(profile);
        double single = parameters.shares("ns.count").share(0);
        double total = parameters.number("lame.total");
        assertShare(zones, DistributionTest::isTotallyLame, total);
        assertShare(
                zones,
                zone -> !isTotallyLame(zone) && zone.seats().stream().anyMatch(DistributionTest::isLame),
                parameters.number("lame.partial"));
        assertShare(zones, zone -> zone.sharing() != Sharing.ONE_OPERATOR, parameters.number("multi-operator"));
        assertShare(
                zones,
                zone -> zone.seats().stream().anyMatch(seat -> seat.listed() != Listed.BOTH),
                parameters.number("parent-child.differ"));
        double drifting = parameters.number("drift") * (1 - single);
        assertShare(zones, zone -> zone.drift() != Drift.NONE, drifting * (1 - .4 * .075));
        assertShare(
                zones,
                zone -> zone.drift() == Drift.UNCHANGED,
                drifting * (1 - .4 * .075) * parameters.shares("drift.kinds").share(0));
    }

    @ParameterizedTest
    @EnumSource(Profile.class)
    void namesThatNobodyRegisteredAreAsManyAsTheParametersSay(Profile profile) {
        double missing = Parameters.of(profile).number("nxdomain");
        assertWithinChance(ZONES - zones(profile).size(), ZONES, missing);
    }

    @ParameterizedTest
    @EnumSource(Profile.class)
    void kindsOfDefectsAreMixedAsTheParametersSay(Profile profile) {
        Parameters parameters = Parameters.of(profile);
        List<SimulatedZone> zones = zones(profile);
        Map<String, Integer> kinds = new HashMap<>();
        for (SimulatedZone zone : zones) {
            zone.seats().stream()
                    .filter(DistributionTest::isLame)
                    .findFirst()
                    .ifPresent(seat -> kinds.merge(seat.conduct().name(), 1, Integer::sum));
        }
        assertMix(kinds, parameters.shares("lame.kinds"));
        Map<String, Integer> states = new HashMap<>();
        zones.stream()
                .filter(zone -> zone.drift() != Drift.NONE)
                .forEach(zone -> states.merge(zone.drift().name(), 1, Integer::sum));
        assertMix(states, parameters.shares("drift.kinds"));
    }

    @ParameterizedTest
    @EnumSource(Profile.class)
    void nsSetsDifferInTheWaysThatTheParametersSay(Profile profile) {
        Map<String, Integer> kinds = new HashMap<>();
        for (SimulatedZone zone : zones(profile)) {
            if (zone.parentNs().size() > 1 && !zone.parentNs().equals(zone.childNs())) {
                kinds.merge(difference(zone), 1, Integer::sum);
            }
        }
        assertMix(kinds, Parameters.of(profile).shares("parent-child.kinds"));
    }

    private static String difference(SimulatedZone zone) {
        boolean more = !new HashSet<>(zone.parentNs()).containsAll(zone.childNs());
        boolean less = !new HashSet<>(zone.childNs()).containsAll(zone.parentNs());
        if (zone.childNs().stream().noneMatch(zone.parentNs()::contains)) {
            return "DISJOINT";
        }
        return more && less ? "OVERLAP" : more ? "CHILD_HAS_MORE" : "PARENT_HAS_MORE";
    }

    @ParameterizedTest
    @EnumSource(Profile.class)
    void serverNamesHaveAsManyAddressesAsTheParametersSay(Profile profile) {
        Parameters parameters = Parameters.of(profile);
        World world = new World(new World.Origin(profile, 11, ZONES, World.DEFAULT_POOL, Families.DUAL));
        Map<DomainName, long[]> hosts = new HashMap<>();
        for (long number = 0; number < ZONES; number++) {
            SimulatedZone zone = world.zone(number);
            if (zone != null) {
                // Dead servers and circles have other addresses, or none; a zone's own names repeat a provider's.
                zone.seats().stream()
                        .filter(seat -> seat.conduct() != Conduct.DEAD && seat.places().length > 0)
                        .filter(seat -> !seat.host().isBelow(zone.apex()))
                        .forEach(seat -> hosts.put(slotName(seat), seat.places()));
            }
        }
        Map<String, Integer> counts = new HashMap<>();
        int dual = 0;
        for (long[] places : hosts.values()) {
            long ipv6 = Arrays.stream(places)
                    .filter(place -> Place.family(place) == AddressFamily.IPV6)
                    .count();
            counts.merge(String.valueOf(places.length - ipv6), 1, Integer::sum);
            dual += ipv6 > 0 ? 1 : 0;
        }
        assertMix(counts, parameters.shares("ns.addresses"));
        assertWithinChance(dual, hosts.size(), parameters.number("ns.ipv6"));
    }

    /** The same slot of a provider's pool has one name under each top-level domain. */
    private static DomainName slotName(Seat seat) {
        String[] labels = seat.host().toString().split("\\.");
        return DomainName.parse(labels[0] + "." + labels[1].replaceAll("-[bc]$", ""));
    }

    @ParameterizedTest
    @EnumSource(Profile.class)
    void namesLieAsFarFromGlueAsTheParametersSay(Profile profile) {
        Parameters parameters = Parameters.of(profile);
        List<SimulatedZone> zones = zones(profile);
        assertShare(
                zones,
                zone -> zone.seats().stream().anyMatch(seat -> seat.places().length == 0),
                parameters.number("glueless.cyclic"));
        double vanity = parameters.number("ns.vanity");
        double shared = parameters.number("multi-operator");
        double own = vanity * (1 - shared);
        assertShare(zones, zone -> zone.seats().get(0).host().isBelow(zone.apex()), own);
        Shares depths = parameters.shares("glueless.depth");
        assertShare(zones, zone -> provider(zone).endsWith("-b"), depths.share(1) * (1 - own));
        assertShare(zones, zone -> provider(zone).endsWith("-c"), depths.share(2) * (1 - own));
        assertShare(
                zones,
                zone -> provider(zone).matches("provider\\d+")
                        && !zone.seats().get(0).host().isBelow(zone.apex().parent()),
                depths.share(0) * (1 - own));
    }

    private static String provider(SimulatedZone zone) {
        String[] labels = zone.seats().get(0).host().toString().split("\\.");
        return labels[labels.length - 2];
    }

    @ParameterizedTest
    @EnumSource(Profile.class)
    void recordsDifferWithoutSerialsAsOftenAsTheParametersSay(Profile profile) {
        Parameters parameters = Parameters.of(profile);
        double single = parameters.shares("ns.count").share(0);
        assertShare(
                zones(profile),
                zone -> zone.seats().stream()
                                        .map(seat -> seat.copy().soa().refresh())
                                        .distinct()
                                        .count()
                                == 2
                        && zone.sharing() != Sharing.INDEPENDENT,
                parameters.number("same-serial-other-soa") * (1 - single));
    }

    @ParameterizedTest
    @EnumSource(Profile.class)
    void addressesAreAsFarAndAsBadAsTheParametersSay(Profile profile) {
        Parameters parameters = Parameters.of(profile);
        World world = new World(World.Origin.of(profile, 11, 10));
        int addresses = 40_000;
        double[] near = parameters.numbers("rtt.anycast");
        int bad = 0;
        int some = 0;
        int limited = 0;
        int nearAnycastMedian = 0;
        int odd = 0;
        for (int i = 0; i < addresses; i++) {
            long place = Place.of(127, 120 + i / 65_536, i / 256 % 256, i % 256);
            Circumstances here = world.circumstancesAt(place);
            bad += here.loss() == parameters.numbers("loss.bad")[1] ? 1 : 0;
            some += here.loss() == parameters.numbers("loss.some")[1] ? 1 : 0;
            limited += here.answersPerSecond() > 0 ? 1 : 0;
            nearAnycastMedian += here.rttMillis() < near[1] ? 1 : 0;
            odd += world.habitAt(place) != Conduct.HONEST ? 1 : 0;
        }
        assertWithinChance(bad, addresses, parameters.numbers("loss.bad")[0]);
        assertWithinChance(some, addresses, parameters.numbers("loss.some")[0]);
        assertWithinChance(limited, addresses, parameters.number("rrl.addresses"));
        assertWithinChance(
                nearAnycastMedian, addresses, near[0] / 2 + parameters.numbers("rtt.unicast")[0] * .0050);
        double habits = parameters.number("edns.formerr")
                + parameters.number("edns.badvers")
                + parameters.number("edns.notimp")
                + parameters.number("edns.drops-options")
                + parameters.number("truncates-soa");
        assertWithinChance(odd, addresses, habits);
    }

    private static void assertMix(Map<String, Integer> seen, Shares wanted) {
        int all = seen.values().stream().mapToInt(Integer::intValue).sum();
        for (int i = 0; i < wanted.labels().size(); i++) {
            assertWithinChance(seen.getOrDefault(wanted.labels().get(i), 0), all, wanted.share(i) / wanted.sum());
        }
    }

    @ParameterizedTest
    @EnumSource(Profile.class)
    void providersHaveTheirShares(Profile profile) {
        double[] head = Parameters.of(profile).numbers("provider.head");
        double all = Arrays.stream(head).sum() + 14.2 + 33.3;
        Map<Integer, Integer> zonesOf = new HashMap<>();
        List<SimulatedZone> zones = zones(profile);
        for (SimulatedZone zone : zones) {
            Seat first = zone.seats().get(0);
            if (first.places().length > 0) {
                zonesOf.merge(AddressPlan.rankAt(first.places()[0]), 1, Integer::sum);
            }
        }
        int placed = zonesOf.values().stream().mapToInt(Integer::intValue).sum();
        for (int rank = 1; rank <= head.length; rank++) {
            assertWithinChance(zonesOf.get(rank), placed, head[rank - 1] / all);
        }
    }

    private static boolean isTotallyLame(SimulatedZone zone) {
        return zone.seats().stream().allMatch(seat -> isLame(seat) || seat.places().length == 0);
    }

    private static boolean isLame(Seat seat) {
        return !seat.conduct().outcome().isUsable();
    }

    private static List<SimulatedZone> zones(Profile profile) {
        World world = new World(World.Origin.of(profile, 11, ZONES));
        return LongStream.range(0, ZONES)
                .mapToObj(world::zone)
                .filter(zone -> zone != null)
                .toList();
    }

    private static void assertShare(List<SimulatedZone> zones, Predicate<SimulatedZone> which, double share) {
        assertWithinChance(zones.stream().filter(which).count(), zones.size(), share);
    }

    private static void assertWithinChance(long seen, long of, double share) {
        double sigma = Math.sqrt(of * share * (1 - share));
        assertThat((double) seen).isBetween(of * share - SIGMAS * sigma - 1, of * share + SIGMAS * sigma + 1);
    }
}
