package org.zonedrift.sim.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.zonedrift.sim.world.SimulatedZone.Drift;
import org.zonedrift.sim.world.SimulatedZone.Sharing;
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
