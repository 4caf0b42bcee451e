package org.zonedrift.sim.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.zonedrift.probe.Outcome;
import org.zonedrift.sim.gallery.Exhibit;
import org.zonedrift.sim.gallery.Gallery;
import org.zonedrift.sim.network.Climate;
import org.zonedrift.sim.network.Delay;
import org.zonedrift.sim.network.Weather;
import org.zonedrift.sim.world.Families;
import org.zonedrift.sim.world.Place;
import org.zonedrift.sim.world.SimulatedZone.Drift;
import org.zonedrift.sim.world.Truth;
import org.zonedrift.verdict.Judgement;
import org.zonedrift.verdict.ServerRow;
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
            String difference =
                    difference(gallery.exhibits().get(i), reports.get(i).judgement());
            if (!difference.isEmpty()) {
                wrong.add(names.get(i) + ":" + difference);
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static String difference(Exhibit exhibit, Judgement judgement) {
        Truth truth = exhibit.truth();
        StringBuilder difference = new StringBuilder();
        if (judgement.verdict() != truth.verdict() || judgement.reason() != truth.reason()) {
            difference.append(" verdict " + judgement.verdict() + "/" + judgement.reason() + " for " + truth.verdict()
                    + "/" + truth.reason());
        }
        Set<String> flags = new TreeSet<>();
        judgement.findings().forEach(flag -> flags.add(flag.key()));
        judgement.facts().forEach(flag -> flags.add(flag.key()));
        if (!flags.containsAll(truth.mustHave())) {
            Set<String> missing = new TreeSet<>(truth.mustHave());
            missing.removeAll(flags);
            difference.append(" misses " + missing);
        }
        truth.mustNotHave().stream()
                .filter(flags::contains)
                .forEach(flag -> difference.append(" must not have ").append(flag));
        return difference + recheck(truth, judgement) + outcomes(exhibit, judgement);
    }

    private static String recheck(Truth truth, Judgement judgement) {
        if (truth.drift() == Drift.NONE) {
            return "";
        }
        String wanted = truth.drift().name().toLowerCase(Locale.ROOT);
        String state = judgement.recheck() == null
                ? "none"
                : judgement.recheck().state().key();
        return state.equals(wanted) ? "" : " recheck " + state + " for " + wanted;
    }

    private static String outcomes(Exhibit exhibit, Judgement judgement) {
        Map<Long, Outcome> seen = new TreeMap<>();
        for (ServerRow row : judgement.servers()) {
            seen.put(
                    Place.at(row.located().address().octets()),
                    row.observation().outcome());
        }
        return seen.equals(exhibit.outcomes()) ? "" : " outcomes " + seen + " for " + exhibit.outcomes();
    }
}
