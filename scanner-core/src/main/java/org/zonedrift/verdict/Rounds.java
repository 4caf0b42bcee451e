package org.zonedrift.verdict;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.zonedrift.probe.Outcome;
import org.zonedrift.verdict.RecheckResult.State;
import org.zonedrift.zone.SerialNumber;
import org.zonedrift.zone.ServerAddress;

/**
 * What each address showed from round to round, and how that is judged (§3.5). What is lost is
 * unknown: loss never turns into health.
 */
final class Rounds {

    /** The serials of one address, round by round; null where it was not usable. */
    private record Track(@Nullable SerialNumber[] serials) {

        @Nullable
        SerialNumber first() {
            return serials[0];
        }

        @Nullable
        SerialNumber last() {
            return serials[serials.length - 1];
        }
    }

    private final int count;
    private final Map<ServerAddress, Track> tracks;

    Rounds(List<Evidence.Round> rounds) {
        this.count = rounds.size();
        this.tracks = rounds.isEmpty() ? Map.of() : new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            for (Evidence.RoundAnswer answer : rounds.get(i).answers()) {
                Track track = tracks.computeIfAbsent(answer.address(), at -> new Track(new SerialNumber[count]));
                track.serials[i] = answer.outcome() == Outcome.OK ? answer.serial() : null;
            }
        }
    }

    /**
     * How the serials moved until the last round, or null without a re-check.
     *
     * @param groupOf which addresses are compared with each other; null for those that do not count
     */
    @Nullable
    State state(Function<ServerAddress, @Nullable Object> groupOf) {
        if (count < 2) {
            return null;
        }
        Map<Object, List<Track>> groups = new LinkedHashMap<>();
        tracks.forEach((address, track) -> {
            Object group = groupOf.apply(address);
            if (group != null) {
                groups.computeIfAbsent(group, key -> new ArrayList<>()).add(track);
            }
        });
        if (usableAtTheEnd(groups.values()) < 2) {
            return State.UNKNOWN;
        }
        State worst = State.CONVERGED;
        for (List<Track> group : groups.values()) {
            State state = state(group);
            worst = state.compareTo(worst) < 0 ? state : worst;
        }
        return worst;
    }

    /** The distinct serials of round 0 among these addresses. */
    SerialSet atFirst(Function<ServerAddress, @Nullable Object> groupOf) {
        List<SerialNumber> serials = new ArrayList<>();
        tracks.forEach((address, track) -> {
            if (groupOf.apply(address) != null && track.first() != null) {
                serials.add(track.first());
            }
        });
        return setOf(serials);
    }

    private static int usableAtTheEnd(Collection<List<Track>> groups) {
        return groups.stream()
                .mapToInt(group -> (int)
                        group.stream().filter(track -> track.last() != null).count())
                .sum();
    }

    private static State state(List<Track> group) {
        if (group.stream().anyMatch(track -> track.first() != null && track.last() == null)) {
            return State.UNKNOWN;
        }
        if (group.stream().anyMatch(Rounds::wentBack)) {
            return State.REGRESSED;
        }
        SerialSet last = lastOf(group);
        if (last.size() <= 1 || allReached(firstOf(group).newest(), group)) {
            return State.CONVERGED;
        }
        SerialNumber newest = last.newest();
        if (newest == null) {
            return State.UNKNOWN;
        }
        return group.stream().anyMatch(track -> standsStillBehind(track, newest)) ? State.UNCHANGED : State.MOVING;
    }

    private static boolean wentBack(Track track) {
        SerialNumber last = track.last();
        if (last == null) {
            return false;
        }
        for (SerialNumber earlier : track.serials) {
            if (earlier != null && earlier.isNewerThan(last)) {
                return true;
            }
        }
        return false;
    }

    private static boolean allReached(@Nullable SerialNumber target, List<Track> group) {
        if (target == null) {
            return false;
        }
        for (Track track : group) {
            SerialNumber last = track.last();
            if (last != null && !last.equals(target) && !last.isNewerThan(target)) {
                return false;
            }
        }
        return true;
    }

    private static boolean standsStillBehind(Track track, SerialNumber newest) {
        SerialNumber last = track.last();
        return last != null && newest.isNewerThan(last) && last.equals(track.first());
    }

    private static SerialSet firstOf(List<Track> group) {
        List<SerialNumber> serials = new ArrayList<>();
        for (Track track : group) {
            if (track.first() != null) {
                serials.add(track.first());
            }
        }
        return setOf(serials);
    }

    private static SerialSet lastOf(List<Track> group) {
        List<SerialNumber> serials = new ArrayList<>();
        for (Track track : group) {
            if (track.last() != null) {
                serials.add(track.last());
            }
        }
        return setOf(serials);
    }

    private static SerialSet setOf(List<SerialNumber> serials) {
        return SerialSet.of(serials.stream().mapToLong(SerialNumber::value).toArray());
    }
}
