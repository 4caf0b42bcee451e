package org.zonedrift.sim.gallery;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.zonedrift.probe.Outcome;
import org.zonedrift.sim.world.Families;
import org.zonedrift.sim.world.Place;
import org.zonedrift.sim.world.Seat;
import org.zonedrift.sim.world.SimulatedZone;
import org.zonedrift.sim.world.Truth;
import org.zonedrift.verdict.Reason;
import org.zonedrift.verdict.Verdict;
import org.zonedrift.zone.AddressFamily;
import org.zonedrift.zone.DomainName;

/**
 * A zone of the gallery.
 *
 * @param wrong one line on what is wrong with it
 * @param zone the zone behind the name; of a name that is no zone, the one in which it lies
 * @param truth what a scan must say about the name
 * @param look how to look at it
 */
public record Exhibit(String wrong, SimulatedZone zone, Truth truth, Look look) {

    /** What is said without asking any server of the zone. */
    private static final Set<Verdict> UNASKED = EnumSet.of(
            Verdict.SKIPPED, Verdict.ERROR, Verdict.NXDOMAIN, Verdict.NOT_A_ZONE, Verdict.DELEGATION_UNKNOWN);

    /** The name to scan. */
    public DomainName name() {
        return truth.name();
    }

    /** How one must look at it. */
    public Way way() {
        return look.way();
    }

    /** What it takes to see it, in words; empty where a scan as usual does. */
    public String needs() {
        return look.needs();
    }

    /** The lines of a list of names to scan, the last of which is its own. */
    public List<String> lines() {
        return look.lines(name());
    }

    /** What each address of the zone must come to in the round that decides. */
    public Map<Long, Outcome> outcomes() {
        Map<Long, Outcome> outcomes = new TreeMap<>();
        if (UNASKED.contains(truth.verdict())
                || truth.reason() == Reason.NO_ADDRESS && truth.verdict() == Verdict.UNSERVED) {
            return outcomes;
        }
        for (Seat seat : zone.seats()) {
            LongStream.concat(Arrays.stream(seat.places()), Arrays.stream(seat.glue()))
                    .forEach(place -> outcomes.put(place, seat.conduct().outcome()));
        }
        return outcomes;
    }

    /** Whether it shows what it shall in a world with these addresses. */
    boolean fits(Families families) {
        return families == Families.DUAL
                || way() == Way.IPV4_ALONE
                || zone.seats().stream()
                        .flatMapToLong(seat -> Arrays.stream(seat.places()))
                        .noneMatch(place -> Place.family(place) == AddressFamily.IPV6);
    }
}
