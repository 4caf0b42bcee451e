package org.zonedrift.verdict;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.zonedrift.probe.Outcome;
import org.zonedrift.verdict.RecheckResult.State;
import org.zonedrift.zone.ServerAddress;

/** What the re-checks of one zone mean: for its own servers, and for a hidden primary beside them. */
final class History {

    private static final Object TOGETHER = "all servers of the zone";

    private final List<Evidence.Round> rounds;
    private final Roll roll;
    private final Sources sources;
    private final boolean independent;
    private final Rounds tracks;

    History(Evidence evidence, Roll roll, Sources sources, boolean independent) {
        this.rounds = evidence.rounds();
        this.roll = roll;
        this.sources = sources;
        this.independent = independent;
        this.tracks = new Rounds(rounds);
    }

    /** How the servers' serials moved; with the primary's beside them where they agreed at first. */
    @Nullable
    State state() {
        if (rounds.size() < 2) {
            return null;
        }
        return serversDifferedAtFirst() ? tracks.state(this::groupOf) : withPrimary();
    }

    /** How the serials moved, a hidden primary's among them. */
    @Nullable
    State withPrimary() {
        return tracks.state(address -> TOGETHER);
    }

    private boolean serversDifferedAtFirst() {
        return tracks.atFirst(this::groupOf).size() > 1;
    }

    /** Independent sources are compared each for itself; addresses of no server do not count. */
    private @Nullable Object groupOf(ServerAddress address) {
        if (!roll.has(address)) {
            return null;
        }
        if (independent) {
            for (Voice voice : roll.voices()) {
                if (voice.seen().server().equals(address)) {
                    return sources.of(voice).id();
                }
            }
        }
        return TOGETHER;
    }

    /** What round 0 alone said, or null without a re-check. */
    @Nullable
    Verdict firstVerdict() {
        if (rounds.size() < 2) {
            return null;
        }
        if (serversDifferedAtFirst()) {
            return independent && eachSourceAgreedAtFirst() ? Verdict.MISMATCH_SOURCES : Verdict.MISMATCH;
        }
        return firstVerdictOfEqualServers();
    }

    private boolean eachSourceAgreedAtFirst() {
        return sources.all().stream().allMatch(source -> {
            Function<ServerAddress, @Nullable Object> own =
                    address -> source.id().equals(groupOf(address)) ? TOGETHER : null;
            return tracks.atFirst(own).size() <= 1;
        });
    }

    private Verdict firstVerdictOfEqualServers() {
        int usable = 0;
        boolean failed = roll.failures().contains(Shortfall.NO_ADDRESS);
        for (Evidence.RoundAnswer answer : rounds.get(0).answers()) {
            if (roll.has(answer.address())) {
                usable += answer.outcome() == Outcome.OK ? 1 : 0;
                failed |= answer.outcome() != Outcome.OK && answer.outcome() != Outcome.SKIPPED_FAMILY;
            }
        }
        if (usable == 1) {
            return Verdict.ONE_ANSWER;
        }
        return failed ? Verdict.CONSISTENT_PARTIAL : Verdict.CONSISTENT;
    }

    /** From round 0 to the last one; 0 without a re-check. */
    double elapsedSeconds() {
        return rounds.isEmpty() ? 0 : rounds.get(rounds.size() - 1).afterSeconds();
    }
}
