package org.zonedrift.sim.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.zonedrift.sim.world.SimulatedZone.Sharing;
import org.zonedrift.zone.AddressFamily;
import org.zonedrift.zone.DomainName;
import org.zonedrift.zone.NameServer.Listed;

/** The world is distributed as its parameters say, within the bounds that chance leaves. */
class DistributionTest {

    private static final int ZONES = 20_000;

    private static final Map<Profile, List<SimulatedZone>> SAMPLES = new EnumMap<>(Profile.class);

    @AfterAll
    static void forget() {
        SAMPLES.clear();
    }

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
    }

    @ParameterizedTest
    @EnumSource(Profile.class)
    void namesThatNobodyRegisteredAreAsManyAsTheParametersSay(Profile profile) {
        double missing = Parameters.of(profile).number("nxdomain");
        WithinChance.assertShare(ZONES - zones(profile).size(), ZONES, missing);
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
        WithinChance.assertMix(kinds, parameters.shares("lame.kinds"));
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
        WithinChance.assertMix(kinds, Parameters.of(profile).shares("parent-child.kinds"));
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
        Map<DomainName, Integer> references = new HashMap<>();
        for (long number = 0; number < ZONES; number++) {
            SimulatedZone zone = world.zone(number);
            if (zone != null) {
                // Dead servers and circles have other addresses, or none; a zone's own names repeat a provider's.
                zone.seats().stream()
                        .filter(seat -> seat.conduct() != Conduct.DEAD && seat.places().length > 0)
                        .filter(seat -> !seat.host().isBelow(zone.apex()))
                        .forEach(seat -> {
                            hosts.put(slotName(seat), seat.places());
                            references.merge(slotName(seat), 1, Integer::sum);
                        });
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
        WithinChance.assertMix(counts, parameters.shares("ns.addresses"));
        WithinChance.assertShare(dual, hosts.size(), parameters.number("ns.ipv6"));
        assertReferencesAreDual(hosts, references, parameters.number("ns.ipv6"));
    }

    /** A name counts as often as zones refer to it, so that a few names weigh as much as all others. */
    private static void assertReferencesAreDual(
            Map<DomainName, long[]> hosts, Map<DomainName, Integer> references, double share) {
        long all = 0;
        long dual = 0;
        double squares = 0;
        for (Map.Entry<DomainName, Integer> reference : references.entrySet()) {
            int weight = reference.getValue();
            all += weight;
            squares += (double) weight * weight;
            boolean both = Arrays.stream(hosts.get(reference.getKey()))
                    .anyMatch(place -> Place.family(place) == AddressFamily.IPV6);
            dual += both ? weight : 0;
        }
        WithinChance.assertEffective(dual, all, share, all * (double) all / squares);
    }

    /** The means that follow from the table: 2.56 and 2.36 servers, times 1.06 addresses of each family. */
    @ParameterizedTest
    @CsvSource({"TOPLIST, 2.56, .60", "TLD, 2.36, .65"})
    void aDomainTakesAsManyQuestionsAsTheTableExpects(Profile profile, double servers, double ipv6) {
        World world = new World(new World.Origin(profile, 11, 1_000_000, World.DEFAULT_POOL, Families.DUAL));
        List<SimulatedZone> zones = zones(world);
        double mean = mean(zones, zone -> zone.parentNs().size());
        double variance = mean(zones, zone -> Math.pow(zone.parentNs().size() - mean, 2));
        assertThat(mean).isCloseTo(servers, within(5 * Math.sqrt(variance / zones.size())));
        double addresses = mean(
                zones,
                zone -> zone.seats().stream()
                        .filter(seat -> seat.listed() != Listed.CHILD)
                        .mapToInt(seat -> seat.places().length)
                        .sum());
        // Which of the few big providers' names have which addresses is decided by few throws of the dice.
        assertThat(addresses).isCloseTo(servers * 1.06 * (1 + ipv6), withinPercentage(10));
    }

    private static double mean(List<SimulatedZone> zones, ToDoubleFunction<SimulatedZone> what) {
        return zones.stream().mapToDouble(what).average().orElseThrow();
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

    private static boolean isTotallyLame(SimulatedZone zone) {
        return zone.seats().stream().allMatch(seat -> isLame(seat) || seat.places().length == 0);
    }

    private static boolean isLame(Seat seat) {
        return !seat.conduct().outcome().isUsable();
    }

    private static List<SimulatedZone> zones(Profile profile) {
        return SAMPLES.computeIfAbsent(profile, same -> zones(new World(World.Origin.of(same, 11, ZONES))));
    }

    private static List<SimulatedZone> zones(World world) {
        return LongStream.range(0, ZONES)
                .mapToObj(world::zone)
                .filter(Objects::nonNull)
                .toList();
    }

    private static void assertShare(List<SimulatedZone> zones, Predicate<SimulatedZone> which, double share) {
        WithinChance.assertShare(zones.stream().filter(which).count(), zones.size(), share);
    }
}
