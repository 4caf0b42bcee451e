package org.zonedrift.sim.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zonedrift.sim.world.SimulatedZone.Sharing;
import org.zonedrift.zone.DomainName;

/** Providers, their names, and their servers' troubles are as frequent as the parameters say. */
class ServerDistributionTest {

    private static final int ZONES = 50_000;
    private static final int ADDRESSES = 40_000;

    /** How often habits are drawn anew for all servers of the world. */
    private static final int WORLDS = 100;

    @ParameterizedTest
    @EnumSource(Profile.class)
    void providersOfEveryRankHaveTheirShares(Profile profile) {
        double[] shares = sharesOfRanks(Parameters.of(profile));
        World world = new World(World.Origin.of(profile, 11, ZONES));
        int[] zonesOf = new int[shares.length];
        LongStream.range(0, ZONES)
                .mapToObj(world::zone)
                .filter(Objects::nonNull)
                .map(zone -> zone.seats().get(0).places())
                .filter(places -> places.length > 0)
                .forEach(places -> zonesOf[AddressPlan.rankAt(places[0])]++);
        int placed = Arrays.stream(zonesOf).sum();
        assertThat(zonesOf[0]).isZero();
        for (int rank = 1; rank < shares.length; rank++) {
            WithinChance.assertShare(zonesOf[rank], placed, shares[rank]);
        }
        WithinChance.assertShare(Arrays.stream(zonesOf, 1, 11).sum(), placed, .526 / 1.001);
        WithinChance.assertShare(Arrays.stream(zonesOf, 1, 38).sum(), placed, .668 / 1.001);
    }

    /** The table's law, and what lies beyond the last provider with an address folded onto those before. */
    private static double[] sharesOfRanks(Parameters parameters) {
        int providers = new Providers(parameters, World.DEFAULT_POOL, ZONES).count();
        double[] shares = new double[providers + 1];
        double middle = powers(11, 37, 1.45);
        double tail = powers(38, 120_000, 1.2);
        for (int rank = 1; rank <= 120_000; rank++) {
            if (rank <= 10) {
                shares[rank] = parameters.numbers("provider.head")[rank - 1];
            } else if (rank <= 37) {
                shares[rank] = 14.2 * Math.pow(rank, -1.45) / middle;
            } else {
                shares[38 + (rank - 38) % (providers - 37)] += 33.3 * Math.pow(rank, -1.2) / tail;
            }
        }
        double sum = Arrays.stream(shares).sum();
        return Arrays.stream(shares).map(share -> share / sum).toArray();
    }

    private static double powers(int from, int to, double exponent) {
        return LongStream.rangeClosed(from, to)
                .mapToDouble(rank -> Math.pow((double) rank, -exponent))
                .sum();
    }

    /** In a world of a million zones, seen through some of them. */
    @ParameterizedTest
    @EnumSource(Profile.class)
    void zonesUseConsecutiveSlicesOfPoolsOfTheRightSize(Profile profile) {
        long all = 1_000_000;
        World world = new World(World.Origin.of(profile, 11, all));
        Providers providers = new Providers(Parameters.of(profile), World.DEFAULT_POOL, all);
        Map<Integer, Map<String, Integer>> firsts = new HashMap<>();
        for (long number = 0; number < ZONES; number++) {
            SimulatedZone zone = world.zone(number);
            if (zone == null || zone.sharing() != Sharing.ONE_OPERATOR || !isUsual(zone)) {
                continue;
            }
            int rank = AddressPlan.rankAt(zone.seats().get(0).places()[0]);
            int pool = Math.max(providers.pool(rank), zone.seats().size());
            int first = slot(zone.seats().get(0));
            for (int index = 0; index < zone.seats().size(); index++) {
                assertThat(slot(zone.seats().get(index))).isEqualTo((first - 1 + index) % pool + 1);
            }
            firsts.computeIfAbsent(rank, some -> new HashMap<>()).merge(String.valueOf(first), 1, Integer::sum);
        }
        for (int rank = 1; rank <= 10; rank++) {
            double zones = all * providers.share(rank);
            int wanted = (int) Math.round(Math.min(1_000, Math.max(2, 4 * Math.pow(zones / 1_000, .4))));
            assertThat(firsts.get(rank)).hasSize(wanted);
            int drawn =
                    firsts.get(rank).values().stream().mapToInt(count -> count).sum();
            firsts.get(rank).values().forEach(count -> WithinChance.assertShare(count, drawn, 1.0 / wanted));
        }
    }

    private static boolean isUsual(SimulatedZone zone) {
        return zone.seats().stream()
                .allMatch(seat -> seat.conduct() != Conduct.DEAD
                        && seat.places().length > 0
                        && !seat.host().isBelow(zone.apex()));
    }

    private static int slot(Seat seat) {
        return Integer.parseInt(seat.host().toString().split("\\.", 2)[0].substring(2));
    }

    /** As far as a sample tells: a power of their number, with the exponent that was measured. */
    @ParameterizedTest
    @ValueSource(ints = {10_000, 100_000})
    void distinctServerNamesGrowAsTheTableSays(int zones) {
        World world = new World(World.Origin.of(Profile.TOPLIST, 11, zones));
        Set<DomainName> names = new HashSet<>();
        LongStream.range(0, zones)
                .mapToObj(world::zone)
                .filter(Objects::nonNull)
                .forEach(zone -> zone.seats().forEach(seat -> names.add(seat.host())));
        double wanted = 240_000 * Math.pow(zones / 1e6, .835);
        assertThat((double) names.size()).isBetween(.8 * wanted, 1.25 * wanted);
    }

    /** Seen through as many zones in each quarter of an octave of zone numbers. */
    @Test
    void the160MillionDomainsOfARegistryHave2To3MillionServerNames() {
        World world = new World(World.Origin.of(Profile.TLD, 11, 160_000_000));
        double names = 0;
        int sample = 500;
        for (double to = 160e6; to > 1_000; to /= Math.pow(2, .25)) {
            double from = to / Math.pow(2, .25);
            long own = 0;
            for (int i = 0; i < sample; i++) {
                SimulatedZone zone = world.zone((long) (from + (to - from) * i / sample));
                own += zone == null
                        ? 0
                        : zone.seats().stream()
                                .map(Seat::host)
                                .filter(host -> host.isBelow(zone.apex()))
                                .distinct()
                                .count();
            }
            names += (to - from) * own / sample;
        }
        assertThat(names).isBetween(2e6, 3e6);
    }

    @ParameterizedTest
    @EnumSource(Profile.class)
    void roundTripsAreMixedOfNearAndFarAsTheParametersSay(Profile profile) {
        Parameters parameters = Parameters.of(profile);
        double[] near = parameters.numbers("rtt.anycast");
        double[] far = parameters.numbers("rtt.unicast");
        World world = new World(World.Origin.of(profile, 11, 10));
        double[] millis = LongStream.range(0, ADDRESSES)
                .mapToDouble(
                        i -> world.circumstancesAt(Place.of(127, 120, 0, 0) + i).rttMillis())
                .toArray();
        for (double bound : new double[] {2, 5, 12, 32, 87, 233, 600}) {
            double share = near[0] * WithinChance.lognormalBelow(bound, near[1], near[2])
                    + far[0] * WithinChance.lognormalBelow(bound, far[1], far[2]);
            WithinChance.assertShare(
                    Arrays.stream(millis).filter(rtt -> rtt < bound).count(), ADDRESSES, share);
        }
    }

    @ParameterizedTest
    @EnumSource(Profile.class)
    void lossLimitsAndThinkingAreAsTheParametersSay(Profile profile) {
        World world = new World(World.Origin.of(profile, 11, 10));
        Map<String, Integer> losses = new HashMap<>();
        int limited = 0;
        Set<String> constants = new TreeSet<>();
        for (int i = 0; i < ADDRESSES; i++) {
            Circumstances here = world.circumstancesAt(Place.of(127, 120, 0, 0) + i);
            losses.merge(String.valueOf(here.loss()), 1, Integer::sum);
            limited += here.answersPerSecond() > 0 ? 1 : 0;
            constants.add("spikes %s of x%s, jitter %s, thinks %s to %s"
                    .formatted(
                            here.spikeShare(),
                            here.spikeFactor(),
                            here.jitter(),
                            here.thinkLeastMicros(),
                            here.thinkMostMicros()));
            assertThat(here.answersPerSecond()).isIn(0, 50);
            assertThat(here.slip()).isEqualTo(2);
        }
        WithinChance.assertMix(losses, Shares.parse("0.004:.96 0.05:.03 0.3:.01"));
        WithinChance.assertShare(limited, ADDRESSES, .05);
        assertThat(constants).containsExactly("spikes 0.005 of x3.0, jitter 0.05, thinks 50.0 to 1000.0");
    }

    /** Each kind by itself, over the very servers of many worlds. */
    @ParameterizedTest
    @EnumSource(Profile.class)
    void serversAreBrokenInTheWaysThatTheParametersSay(Profile profile) {
        Parameters parameters = Parameters.of(profile);
        World world = new World(World.Origin.of(profile, 11, 10));
        Map<Conduct, Integer> seen = new EnumMap<>(Conduct.class);
        for (int seed = 0; seed < WORLDS; seed++) {
            Habits habits = new Habits(parameters, new Dice(seed), world.places());
            world.places().forEach(place -> seen.merge(habits.at(place), 1, Integer::sum));
        }
        int all = WORLDS * world.places().size();
        Map.of(
                        Conduct.FORMERR_ON_EDNS, "edns.formerr",
                        Conduct.BADVERS_ON_EDNS, "edns.badvers",
                        Conduct.NOTIMP_ON_EDNS, "edns.notimp",
                        Conduct.DROPS_OPTIONS, "edns.drops-options",
                        Conduct.TRUNCATES, "truncates-soa")
                .forEach((conduct, parameter) ->
                        WithinChance.assertShare(seen.getOrDefault(conduct, 0), all, parameters.number(parameter)));
        assertThat(seen.keySet()).hasSize(6).contains(Conduct.HONEST);
    }
}
