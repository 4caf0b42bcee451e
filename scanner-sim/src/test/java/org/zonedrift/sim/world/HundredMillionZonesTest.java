package org.zonedrift.sim.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.zonedrift.zone.DomainName;

/** A world costs what it keeps at hand, however many zones it has and somebody has looked at. */
class HundredMillionZonesTest {

    private static final long ZONES = 100_000_000;

    private static final int LOOKS = "all".equals(System.getProperty("zonedrift.tier")) ? 1_000_000 : 40_000;

    /** Fills what is kept at hand. */
    private static final int FIRST_LOOKS = 15_000;

    /** Some thirty octets for each zone looked at would be more. */
    private static final long NOTHING = 1 << 20;

    private static final int COLLECTIONS = 4;

    @Test
    void aHundredMillionZonesCostNoMemory() {
        World world = new World(World.Origin.of(Profile.TLD, 7, ZONES));
        SplittableRandom numbers = new SplittableRandom(7);
        look(world, numbers, FIRST_LOOKS);
        long before = liveHeap();
        look(world, numbers, LOOKS);
        assertThat(liveHeap()).isLessThan(before + NOTHING);
    }

    /** At the truth about zones anywhere, and at what its servers tell of them. */
    private static void look(World world, SplittableRandom numbers, int zones) {
        for (int looked = 0; looked < zones; looked++) {
            long number = numbers.nextLong(ZONES);
            Truth truth = world.truth(number);
            DomainName name = truth.name();
            SimulatedZone tld = world.root().contents().zoneTowards(name);
            assertThat(tld == null ? null : tld.contents().zoneTowards(name)).isEqualTo(world.zone(number));
        }
    }

    private static long liveHeap() {
        long least = Long.MAX_VALUE;
        for (int collected = 0; collected < COLLECTIONS; collected++) {
            System.gc();
            least = Math.min(
                    least,
                    ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
        }
        return least;
    }
}
