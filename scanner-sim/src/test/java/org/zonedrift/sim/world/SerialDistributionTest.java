package org.zonedrift.sim.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.zonedrift.sim.world.SimulatedZone.Drift;
import org.zonedrift.sim.world.SimulatedZone.Sharing;
import org.zonedrift.verdict.Verdict;

/** Serials, and how they differ, are distributed as the parameters say, within the bounds that chance leaves. */
class SerialDistributionTest {

    private static final int ZONES = 40_000;
    private static final long FIRST_OPAQUE = 2_500_000_000L;
    private static final Map<Profile, List<SimulatedZone>> SAMPLES = new EnumMap<>(Profile.class);

    @AfterAll
    static void forget() {
        SAMPLES.clear();
    }

    @ParameterizedTest
    @EnumSource(Profile.class)
    void zonesOfOneSourceDifferAsOftenAndInTheWaysThatTheParametersSay(Profile profile) {
        Parameters parameters = Parameters.of(profile);
        int able = 0;
        int differing = 0;
        Map<String, Integer> states = new HashMap<>();
        for (SimulatedZone zone : zones(profile)) {
            if (zone.sharing() == Sharing.INDEPENDENT || zone.parentNs().size() < 2 || heard(zone) < 2) {
                continue;
            }
            able++;
            Truth truth = Truth.of(zone);
            assertThat(truth.first() == Verdict.MISMATCH)
                    .as("%s drifts, and that is seen", zone.apex())
                    .isEqualTo(zone.drift() != Drift.NONE);
            if (truth.first() == Verdict.MISMATCH) {
                differing++;
                states.merge(truth.drift().name(), 1, Integer::sum);
            }
        }
        WithinChance.assertShare(differing, able, parameters.number("drift"));
        WithinChance.assertMix(states, parameters.shares("drift.kinds"));
    }

    @ParameterizedTest
    @EnumSource(Profile.class)
    void severalOperatorsAreAsOftenIndependentAndDifferentAsTheParametersSay(Profile profile) {
        Parameters parameters = Parameters.of(profile);
        List<SimulatedZone> shared = zones(profile).stream()
                .filter(zone -> zone.sharing() != Sharing.ONE_OPERATOR)
                .toList();
        List<SimulatedZone> independent = shared.stream()
                .filter(zone -> zone.sharing() == Sharing.INDEPENDENT)
                .toList();
        WithinChance.assertShare(independent.size(), shared.size(), parameters.number("multi-operator.independent"));
        List<SimulatedZone> bothHeard =
                independent.stream().filter(zone -> sources(zone) == 2).toList();
        WithinChance.assertShare(
                bothHeard.stream()
                        .filter(zone -> Truth.of(zone).verdict() == Verdict.MISMATCH_SOURCES)
                        .count(),
                bothHeard.size(),
                parameters.number("multi-operator.independent.mismatch"));
    }

    @ParameterizedTest
    @EnumSource(Profile.class)
    void schemesOfSerialsAreMixedAsTheParametersSay(Profile profile) {
        Map<String, Integer> schemes = new HashMap<>();
        for (SimulatedZone zone : zones(profile)) {
            if (zone.drift() != Drift.MOVING && zone.drift() != Drift.CONVERGED) {
                schemes.merge(scheme(newest(zone)), 1, Integer::sum);
            }
        }
        WithinChance.assertMix(schemes, Parameters.of(profile).shares("scheme.mix"));
    }

    /** Half of them up to the median, and so on; whole days, at least one, at most ten years. */
    @Test
    void laggardsAreAsFarBehindAsTheParametersSay() {
        Parameters parameters = Parameters.of(Profile.TOPLIST);
        List<Double> dated = new ArrayList<>();
        List<Double> unix = new ArrayList<>();
        World world = world(Profile.TOPLIST);
        LongStream.range(0, 2 * ZONES)
                .mapToObj(world::zone)
                .filter(Objects::nonNull)
                .filter(zone ->
                        zone.drift() == Drift.UNCHANGED && Truth.of(zone).first() == Verdict.MISMATCH)
                .forEach(zone -> {
                    switch (scheme(newest(zone))) {
                        case "DATE_NN" -> dated.add((double) days(newest(zone) / 100) - days(oldest(zone) / 100));
                        case "UNIX" -> unix.add((newest(zone) - oldest(zone)) / 86_400.0);
                        default -> {
                            // The other schemes tell no time.
                        }
                    }
                });
        double[] dates = parameters.numbers("lag.date-nn.days");
        for (double bound : new double[] {5.5, 40.5, 295.5, 2_184.5}) {
            assertBelow(dated, bound, WithinChance.lognormalBelow(bound, dates[0], dates[1]));
        }
        double[] seconds = parameters.numbers("lag.unix.days");
        for (double bound : new double[] {.4, 3, 22, 164}) {
            assertBelow(unix, bound, WithinChance.lognormalBelow(bound, seconds[0], seconds[1]));
        }
    }

    private static void assertBelow(List<Double> lags, double bound, double share) {
        assertThat(lags).hasSizeGreaterThan(200);
        WithinChance.assertShare(lags.stream().filter(lag -> lag < bound).count(), lags.size(), share);
    }

    private static long days(long dateNumber) {
        LocalDate date =
                LocalDate.of((int) (dateNumber / 10_000), (int) (dateNumber / 100 % 100), (int) (dateNumber % 100));
        return ChronoUnit.DAYS.between(LocalDate.EPOCH, date);
    }

    private static String scheme(long serial) {
        if (serial >= FIRST_OPAQUE) {
            return "OPAQUE";
        }
        if (serial >= 1_900_000_000L) {
            return "DATE_NN";
        }
        return serial >= 1_000_000_000L ? "UNIX" : serial >= 20_000_000L ? "DATE8" : "COUNTER";
    }

    private static long newest(SimulatedZone zone) {
        return zone.seats().get(0).copy().soa().serial().value();
    }

    private static long oldest(SimulatedZone zone) {
        return zone.seats().stream()
                .mapToLong(seat -> seat.copy().serial().at(0).value())
                .min()
                .orElseThrow();
    }

    /** Servers that speak for the zone at an address that is not another's. */
    private static int heard(SimulatedZone zone) {
        Set<Long> taken = new HashSet<>();
        int heard = 0;
        for (Seat seat : zone.seats()) {
            boolean somewhere = Arrays.stream(seat.places()).anyMatch(place -> !taken.contains(place));
            heard += somewhere && seat.conduct().outcome().isUsable() ? 1 : 0;
            Arrays.stream(seat.places()).forEach(taken::add);
        }
        return heard;
    }

    private static long sources(SimulatedZone zone) {
        return zone.seats().stream()
                .filter(seat -> seat.conduct().outcome().isUsable() && seat.places().length > 0)
                .map(seat -> seat.copy().soa().mname())
                .distinct()
                .count();
    }

    private static List<SimulatedZone> zones(Profile profile) {
        World world = world(profile);
        return SAMPLES.computeIfAbsent(
                profile,
                same -> LongStream.range(0, ZONES)
                        .mapToObj(world::zone)
                        .filter(Objects::nonNull)
                        .toList());
    }

    private static World world(Profile profile) {
        return new World(World.Origin.of(profile, 11, 2 * ZONES));
    }
}
