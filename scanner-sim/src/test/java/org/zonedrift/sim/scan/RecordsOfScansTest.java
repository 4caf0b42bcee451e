package org.zonedrift.sim.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.zonedrift.LookPlan;
import org.zonedrift.LookPlan.Besides;
import org.zonedrift.LookPlan.ComparedData;
import org.zonedrift.LookPlan.Occasion;
import org.zonedrift.LookPlan.Primaries;
import org.zonedrift.probe.ChildNs;
import org.zonedrift.sim.gallery.Exhibit;
import org.zonedrift.sim.gallery.Gallery;
import org.zonedrift.sim.network.Climate;
import org.zonedrift.sim.network.Delay;
import org.zonedrift.sim.network.Mishaps;
import org.zonedrift.sim.network.Weather;
import org.zonedrift.sim.world.Families;
import org.zonedrift.sim.world.Profile;
import org.zonedrift.sim.world.World;
import org.zonedrift.verdict.ZoneReport;
import org.zonedrift.zone.DomainName;

/**
 * What scans write. That every record of every scan follows from its evidence is looked at wherever
 * a test scans, in {@link VirtualScan}.
 */
class RecordsOfScansTest {

    private static final int ZONES = 300;
    private static final Weather CALM = Weather.calm(Delay.of(Duration.ofMillis(10)));

    private static VirtualScan galleryScan() {
        return new VirtualScan(new Gallery(Families.DUAL).world(1), Climate.everywhere(CALM), 1);
    }

    private static List<DomainName> exhibits() {
        return new Gallery(Families.DUAL).exhibits().stream().map(Exhibit::name).toList();
    }

    private static List<String> lossyScan(long seed) {
        World world = new World(new World.Origin(Profile.TOPLIST, 7, ZONES, World.DEFAULT_POOL, Families.DUAL));
        Weather lossy = CALM.with(Mishaps.NONE.withLoss(.05));
        return new VirtualScan(world, Climate.everywhere(lossy), seed)
                .of(LongStream.range(0, ZONES).mapToObj(world::name).toList()).stream()
                        .map(WrittenRecords::line)
                        .toList();
    }

    @Test
    void theSameWorldAndSeedGiveTheSameOctets_T146() {
        assertThat(lossyScan(1)).isEqualTo(lossyScan(1)).isNotEqualTo(lossyScan(2));
    }

    @Test
    void whatIsComparedWithTheReferenceOfTheUserCanBeJudgedAnew() {
        ZoneReport first = galleryScan()
                .of(List.of(DomainName.parse("stale-secondary.exhibit")))
                .get(0);
        LookPlan closely = new LookPlan(
                ChildNs.ALL,
                Primaries.ASKED,
                List.of(Duration.ofSeconds(15), Duration.ofSeconds(60)),
                new ComparedData(List.of(1, 15), Occasion.ALWAYS),
                new Besides(List.of(), first.judgement().servers().get(1).address()));
        assertThat(galleryScan().looking(closely).of(exhibits())).hasSameSizeAs(exhibits());
    }
}
