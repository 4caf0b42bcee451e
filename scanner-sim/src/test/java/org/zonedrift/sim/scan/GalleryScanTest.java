package org.zonedrift.sim.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.zonedrift.sim.gallery.Exhibit;
import org.zonedrift.sim.gallery.Gallery;
import org.zonedrift.sim.network.Climate;
import org.zonedrift.sim.network.Delay;
import org.zonedrift.sim.network.Weather;
import org.zonedrift.sim.world.Families;
import org.zonedrift.verdict.ZoneReport;
import org.zonedrift.zone.DomainName;

/** A scan of the gallery says of every exhibit what is wrong with it. */
class GalleryScanTest {

    private final Gallery gallery = new Gallery(Families.DUAL);

    @Test
    void everyExhibitIsRecognised() {
        List<DomainName> names = gallery.exhibits().stream().map(Exhibit::name).toList();
        Climate calm = Climate.everywhere(Weather.calm(Delay.of(Duration.ofMillis(10))));
        List<ZoneReport> reports = new VirtualScan(gallery.world(1), calm, 1).of(names);
        List<String> wrong = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            String difference = Inspection.difference(
                    gallery.exhibits().get(i), reports.get(i).judgement());
            if (!difference.isEmpty()) {
                wrong.add(names.get(i) + ":" + difference);
            }
        }
        assertThat(wrong).isEmpty();
    }
}
