package org.zonedrift.sim.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.zonedrift.sim.network.Climate;
import org.zonedrift.sim.network.Delay;
import org.zonedrift.sim.network.Mishaps;
import org.zonedrift.sim.network.Weather;
import org.zonedrift.sim.world.Families;
import org.zonedrift.sim.world.Profile;
import org.zonedrift.sim.world.Seat;
import org.zonedrift.sim.world.SimulatedZone;
import org.zonedrift.sim.world.Truth;
import org.zonedrift.sim.world.World;
import org.zonedrift.verdict.Verdict;
import org.zonedrift.verdict.ZoneReport;

/** A network that loses nearly every third packet, each way, and what a scan may still say of it. */
class HeavyLossScanTest {

    private static final int ZONES = 1_000;
    private static final double LOSS_ONE_WAY = .3;
    private static final int TRIES = 3;

    /** No answer within the tries: each needs both ways. */
    private static final double UNHEARD = Math.pow(1 - Math.pow(1 - LOSS_ONE_WAY, 2), TRIES);

    /** So many standard deviations below the mean, a fixed seed does not fall by chance. */
    private static final double DEVIATIONS = 4;

    private static final Set<Verdict> MISMATCHES = Set.of(Verdict.MISMATCH, Verdict.MISMATCH_SOURCES);

    @Test
    void lossNeverMakesAMismatch_T091() {
        World world = new World(new World.Origin(Profile.TOPLIST, 91, ZONES, World.DEFAULT_POOL, Families.DUAL));
        Weather lossy = Weather.calm(Delay.of(Duration.ofMillis(10))).with(Mishaps.NONE.withLoss(LOSS_ONE_WAY));
        List<ZoneReport> reports = new VirtualScan(world, Climate.everywhere(lossy), 1)
                .of(LongStream.range(0, ZONES).mapToObj(world::name).toList());
        Exactness exactness = new Exactness();
        for (int i = 0; i < ZONES; i++) {
            Truth truth = world.truth(i);
            Verdict verdict = reports.get(i).judgement().verdict();
            assertThat(truth.allowedUnderLoss()).as(truth.name().toString()).contains(verdict);
            if (MISMATCHES.contains(verdict)) {
                assertThat(MISMATCHES).as(truth.name().toString()).containsAnyOf(truth.first(), truth.verdict());
            }
            exactness.count(world.zone(i), verdict == truth.verdict());
        }
        assertThat((double) exactness.exact)
                .as("exact verdicts of %s", ZONES)
                .isGreaterThanOrEqualTo(exactness.leastByChance());
    }

    /** Where every live address is heard, the verdict must be the true one. */
    private static final class Exactness {

        private int exact;
        private double mean;
        private double variance;

        void count(@Nullable SimulatedZone zone, boolean isExact) {
            double allHeard = Math.pow(1 - UNHEARD, live(zone));
            exact += isExact ? 1 : 0;
            mean += allHeard;
            variance += allHeard * (1 - allHeard);
        }

        private static int live(@Nullable SimulatedZone zone) {
            Set<Long> live = new HashSet<>();
            if (zone == null) {
                return 0;
            }
            for (Seat seat : zone.seats()) {
                for (long place : seat.places()) {
                    live.add(place);
                }
            }
            return live.size();
        }

        double leastByChance() {
            return mean - DEVIATIONS * Math.sqrt(variance);
        }
    }
}
