package org.zonedrift.sim.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.zonedrift.LookPlan;
import org.zonedrift.delegation.AddressBook.GluePolicy;
import org.zonedrift.probe.ChildNs;
import org.zonedrift.sim.gallery.Exhibit;
import org.zonedrift.sim.gallery.Gallery;
import org.zonedrift.sim.gallery.Way;
import org.zonedrift.sim.network.Climate;
import org.zonedrift.sim.network.Delay;
import org.zonedrift.sim.network.Weather;
import org.zonedrift.sim.world.Families;
import org.zonedrift.verdict.ZoneReport;

/** A scan of the gallery says of every exhibit what is wrong with it. */
class GalleryScanTest {

    private final Gallery gallery = new Gallery(Families.DUAL);

    @ParameterizedTest
    @EnumSource(Way.class)
    void everyExhibitIsRecognisedByItsWayToLook(Way way) {
        List<Exhibit> shown = gallery.exhibits().stream()
                .filter(exhibit -> exhibit.way() == way)
                .toList();
        Climate calm = Climate.everywhere(Weather.calm(Delay.of(Duration.ofMillis(10))));
        List<ZoneReport> reports = looking(way, new VirtualScan(gallery.world(1), calm, 1))
                .of(shown.stream().map(Exhibit::name).toList());
        List<String> wrong = new ArrayList<>();
        for (int i = 0; i < shown.size(); i++) {
            String difference =
                    Inspection.difference(shown.get(i), reports.get(i).judgement());
            if (!difference.isEmpty()) {
                wrong.add(shown.get(i).name() + ":" + difference);
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static VirtualScan looking(Way way, VirtualScan scan) {
        LookPlan d = LookPlan.DEFAULT;
        return switch (way) {
            case USUAL, FROM_THE_ROOT -> scan;
            case EVERY_NS_SET ->
                scan.looking(new LookPlan(ChildNs.ALL, d.primaries(), d.rechecks(), d.data(), d.besides()));
            case VERIFIED_GLUE -> scan.with(GluePolicy.VERIFY);
        };
    }
}
