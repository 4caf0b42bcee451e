package org.zonedrift.sim.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.zonedrift.verdict.Verdict;
import org.zonedrift.zone.DomainName;

class WorldTest {

    private static final long ZONES = 3_000;

    private final World world = new World(World.Origin.of(Profile.TOPLIST, 7, ZONES));

    @Test
    void theSameSeedGivesTheSameWorld() {
        World again = new World(World.Origin.of(Profile.TOPLIST, 7, ZONES));
        for (long number = 0; number < ZONES; number++) {
            assertThat(again.truth(number)).isEqualTo(world.truth(number));
        }
    }

    @Test
    void anotherSeedGivesAnotherWorld() {
        World other = new World(World.Origin.of(Profile.TOPLIST, 8, ZONES));
        assertThat(other.name(0)).isNotEqualTo(world.name(0));
    }

    @Test
    void noTwoZonesHaveTheSameName() {
        Set<DomainName> names = new HashSet<>();
        LongStream.range(0, ZONES).forEach(number -> names.add(world.name(number)));
        assertThat(names).hasSize((int) ZONES);
    }

    @Test
    void everyZoneIsFoundFromTheRootByItsName() {
        for (long number = 0; number < ZONES; number++) {
            DomainName name = world.name(number);
            SimulatedZone tld = world.root().contents().zoneTowards(name);
            assertThat(tld).isNotNull();
            assertThat(tld.contents().zoneTowards(name)).isEqualTo(world.zone(number));
        }
    }

    @Test
    void aWorldHoldsEveryKindOfVerdictThatItsServersCanGiveRiseTo() {
        Set<Verdict> verdicts = new HashSet<>();
        LongStream.range(0, ZONES)
                .forEach(number -> verdicts.add(world.truth(number).first()));
        assertThat(verdicts)
                .containsExactlyInAnyOrder(
                        Verdict.CONSISTENT,
                        Verdict.CONSISTENT_PARTIAL,
                        Verdict.MISMATCH,
                        Verdict.MISMATCH_SOURCES,
                        Verdict.ONE_ANSWER,
                        Verdict.UNSERVED,
                        Verdict.NXDOMAIN);
    }

    @Test
    void loopbackCarriesNoMoreServersThanThePoolHasAddresses() {
        assertThat(world.places()).doesNotHaveDuplicates().hasSizeBetween(1_900, World.DEFAULT_POOL);
    }
}
