package org.zonedrift.verdict;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zonedrift.probe.Observation;
import org.zonedrift.verdict.Evidence.Primary;
import org.zonedrift.verdict.Evidence.Round;
import org.zonedrift.verdict.Evidence.RoundAnswer;
import org.zonedrift.verdict.RecheckResult.State;
import org.zonedrift.zone.ServerAddress;

/** Asking again before a mismatch is believed: which zones, and which of the rounds counts. */
public final class Recheck {

    /**
     * What one later round showed.
     *
     * @param observations of the addresses of the zone's servers
     * @param primaries the hosts that round 0 found beside them, asked again
     */
    public record Look(long atMillis, double afterSeconds, List<Observation> observations, List<Primary> primaries) {

        public Look {
            observations = List.copyOf(observations);
            primaries = List.copyOf(primaries);
        }
    }

    private static final long NANOS_PER_MILLI = 1_000_000;

    private final Judge judge;

    public Recheck(Judge judge) {
        this.judge = judge;
    }

    /** Whether this judgement of round 0 must not be believed at once. */
    public static boolean isWanted(Judgement first) {
        return first.verdict() == Verdict.MISMATCH || first.raises(Flag.ALL_BEHIND_MNAME);
    }

    /**
     * The whole evidence after the last round. Servers and serials are of the round that decided: the
     * last one where all converged, else the last that shows the fault while nobody has fallen silent.
     */
    public Evidence conclude(Evidence first, List<Look> looks) {
        List<Round> rounds = new ArrayList<>();
        rounds.add(round(startOf(first), 0, first.observations(), first.primaries()));
        for (Look look : looks) {
            rounds.add(round(look.atMillis, look.afterSeconds, look.observations, look.primaries));
        }
        for (int i = looks.size() - 1; i >= 0; i--) {
            Evidence candidate = of(first, looks.get(i), rounds);
            boolean isLast = i == looks.size() - 1;
            if ((isLast && hasConverged(candidate)) || (hasAllVoices(first, candidate) && showsTheFault(candidate))) {
                return candidate;
            }
        }
        return first.over(rounds, first.observations(), first.primaries());
    }

    private boolean hasConverged(Evidence candidate) {
        RecheckResult result = judge.judge(candidate).recheck();
        return result != null && result.state() == State.CONVERGED;
    }

    private boolean showsTheFault(Evidence candidate) {
        return isWanted(judge.judge(candidate.withoutRounds()));
    }

    private static boolean hasAllVoices(Evidence first, Evidence candidate) {
        for (Observation seen : first.observations()) {
            Observation later = candidate.observationOf(seen.server());
            if (seen.isUsable() && (later == null || !later.isUsable())) {
                return false;
            }
        }
        return true;
    }

    private static Evidence of(Evidence first, Look look, List<Round> rounds) {
        List<Observation> observations = new ArrayList<>();
        for (Observation earlier : first.observations()) {
            Observation later = find(look.observations, earlier.server());
            observations.add(later == null ? earlier : completed(later, earlier));
        }
        return first.over(rounds, observations, look.primaries.isEmpty() ? first.primaries() : look.primaries);
    }

    /** Later rounds ask for the serial only: the rest is as it was seen at first. */
    private static Observation completed(Observation later, Observation earlier) {
        Observation whole = later;
        if (whole.apexNs() == null && earlier.apexNs() != null && whole.isUsable()) {
            whole = whole.withApexNs(earlier.apexNs());
        }
        return whole.kept() == null && earlier.kept() != null ? whole.keeping(earlier.kept()) : whole;
    }

    private static @Nullable Observation find(List<Observation> observations, ServerAddress server) {
        for (Observation seen : observations) {
            if (seen.server().equals(server)) {
                return seen;
            }
        }
        return null;
    }

    private static Round round(
            long atMillis, double afterSeconds, List<Observation> observations, List<Primary> primaries) {
        List<RoundAnswer> answers = new ArrayList<>();
        observations.stream()
                .sorted((a, b) -> a.server().compareTo(b.server()))
                .forEach(seen -> answers.add(RoundAnswer.of(seen)));
        for (Primary primary : primaries) {
            for (Observation seen : primary.observations()) {
                if (find(observations, seen.server()) == null) {
                    answers.add(RoundAnswer.of(seen));
                }
            }
        }
        return new Round(atMillis, afterSeconds, answers);
    }

    private static long startOf(Evidence first) {
        long start = -1;
        for (Observation seen : first.observations()) {
            long at = seen.course().firstSentAt();
            start = at >= 0 && (start < 0 || at < start) ? at : start;
        }
        return start < 0 ? -1 : start / NANOS_PER_MILLI;
    }
}
