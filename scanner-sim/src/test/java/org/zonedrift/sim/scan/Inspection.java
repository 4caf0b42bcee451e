package org.zonedrift.sim.scan;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.zonedrift.probe.Outcome;
import org.zonedrift.sim.gallery.Exhibit;
import org.zonedrift.sim.world.Place;
import org.zonedrift.sim.world.SimulatedZone.Drift;
import org.zonedrift.sim.world.Truth;
import org.zonedrift.verdict.Judgement;
import org.zonedrift.verdict.ServerRow;

/** What a judgement of an exhibit gets wrong. */
final class Inspection {

    private Inspection() {}

    /** In words; empty where nothing is wrong. */
    static String difference(Exhibit exhibit, Judgement judgement) {
        Truth truth = exhibit.truth();
        StringBuilder difference = new StringBuilder();
        if (judgement.verdict() != truth.verdict() || judgement.reason() != truth.reason()) {
            difference.append(" verdict " + judgement.verdict() + "/" + judgement.reason() + " for " + truth.verdict()
                    + "/" + truth.reason());
        }
        Set<String> flags = flags(judgement);
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

    /** The published names of all that was found. */
    static Set<String> flags(Judgement judgement) {
        Set<String> flags = new TreeSet<>();
        judgement.findings().forEach(flag -> flags.add(flag.key()));
        judgement.facts().forEach(flag -> flags.add(flag.key()));
        return flags;
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
