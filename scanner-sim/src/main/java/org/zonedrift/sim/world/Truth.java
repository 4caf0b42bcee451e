package org.zonedrift.sim.world;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.zonedrift.probe.Outcome;
import org.zonedrift.sim.world.SimulatedZone.Drift;
import org.zonedrift.verdict.Reason;
import org.zonedrift.verdict.Verdict;
import org.zonedrift.zone.DomainName;
import org.zonedrift.zone.NameServer.Listed;
import org.zonedrift.zone.SerialNumber;

/**
 * What a scan must say about a name.
 *
 * @param first the verdict before any second look
 * @param verdict the verdict in the end
 * @param drift what the second look finds, where there is one
 * @param mustHave flags that a scan must raise where no packet is lost
 * @param mustNotHave flags that it must not raise
 */
public record Truth(
        DomainName name,
        Verdict first,
        Verdict verdict,
        Reason reason,
        Drift drift,
        Set<String> mustHave,
        Set<String> mustNotHave) {

    /** An instant to look at the serials; they differ at every instant or at none. */
    private static final long SOME_INSTANT = 1_800_000_000_000L;

    private static final Set<Verdict> WITHOUT_DIFFERENCE = EnumSet.of(
            Verdict.CONSISTENT,
            Verdict.CONSISTENT_PARTIAL,
            Verdict.ONE_ANSWER,
            Verdict.UNSERVED,
            Verdict.DELEGATION_UNKNOWN);

    public Truth {
        mustHave = Set.copyOf(mustHave);
        mustNotHave = Set.copyOf(mustNotHave);
    }

    static Truth nxdomain(DomainName name) {
        return new Truth(
                name, Verdict.NXDOMAIN, Verdict.NXDOMAIN, Reason.PARENT, Drift.NONE, Set.of(), Set.of("lame-server"));
    }

    /** What the servers of a zone add up to when every packet arrives. */
    static Truth of(SimulatedZone zone) {
        Sum sum = new Sum(zone);
        sum.addServersOfChild();
        return sum.truth();
    }

    /** What they add up to for who asks only those that the parent lists. */
    static Truth ofServersOfParent(SimulatedZone zone) {
        return new Sum(zone).truth();
    }

    /** The verdicts that are right when packets may be lost: never a difference that is none. */
    public Set<Verdict> allowedUnderLoss() {
        if (verdict == Verdict.NXDOMAIN) {
            return EnumSet.of(Verdict.NXDOMAIN, Verdict.DELEGATION_UNKNOWN);
        }
        EnumSet<Verdict> allowed = EnumSet.copyOf(WITHOUT_DIFFERENCE);
        allowed.add(verdict);
        allowed.add(first);
        return allowed;
    }

    /** Adds up what the distinct addresses of a zone say. */
    private static final class Sum {

        private final SimulatedZone zone;
        private final Map<Long, Seat> byPlace = new LinkedHashMap<>();
        private final Set<Outcome.Class> failures = EnumSet.noneOf(Outcome.Class.class);
        private final Set<SerialNumber> serials = new HashSet<>();
        private final Set<List<DomainName>> sources = new HashSet<>();
        private final Set<String> flags = new TreeSet<>();
        private boolean nameless;
        private int usable;

        Sum(SimulatedZone zone) {
            this.zone = zone;
            addSeats(Listed.CHILD);
        }

        /** They are found only when one of the parent's has spoken. */
        void addServersOfChild() {
            if (byPlace.values().stream()
                    .anyMatch(seat -> seat.conduct().outcome().isUsable())) {
                addSeats(Listed.PARENT);
            }
        }

        private void addSeats(Listed notThese) {
            for (Seat seat : zone.seats()) {
                if (seat.listed() == notThese) {
                    continue;
                }
                nameless |= seat.places().length == 0;
                for (long place : seat.places()) {
                    Seat there = zone.seatAt(place);
                    byPlace.put(place, there == null ? seat : there);
                }
            }
        }

        private void add(Seat seat) {
            Outcome outcome = seat.conduct().outcome();
            if (!outcome.isUsable()) {
                failures.add(outcome.meaning());
                return;
            }
            usable++;
            serials.add(seat.copy().serial().at(SOME_INSTANT));
            sources.add(List.of(seat.copy().soa().mname(), seat.copy().soa().rname()));
        }

        Truth truth() {
            byPlace.values().forEach(this::add);
            addFlags();
            Verdict first = verdict();
            boolean converges = first == Verdict.MISMATCH && zone.drift() == Drift.CONVERGED;
            if (converges) {
                serials.retainAll(Set.of(serials.iterator().next()));
                flags.add("transient-mismatch");
            }
            Verdict last = converges ? verdict() : first;
            Drift drift = first == Verdict.MISMATCH ? zone.drift() : Drift.NONE;
            Set<String> not = new TreeSet<>(Set.of("lame-server", "unreachable-server"));
            not.removeAll(flags);
            return new Truth(zone.apex(), first, last, reason(last), drift, flags, not);
        }

        private void addFlags() {
            if (failures.contains(Outcome.Class.LAME)) {
                flags.add("lame-server");
            }
            if (failures.contains(Outcome.Class.UNREACHABLE)) {
                flags.add("unreachable-server");
            }
            if (nameless) {
                flags.add("ns-unresolvable");
            }
            if (sources.size() > 1) {
                flags.add("multi-source");
            }
        }

        private Verdict verdict() {
            if (usable < 2) {
                return usable == 0 ? Verdict.UNSERVED : Verdict.ONE_ANSWER;
            }
            if (serials.size() > 1) {
                return sources.size() > 1 ? Verdict.MISMATCH_SOURCES : Verdict.MISMATCH;
            }
            return failures.isEmpty() && !nameless ? Verdict.CONSISTENT : Verdict.CONSISTENT_PARTIAL;
        }

        private Reason reason(Verdict verdict) {
            return switch (verdict) {
                case UNSERVED ->
                    byPlace.isEmpty() ? Reason.NO_ADDRESS : failureReason(Reason.ALL_UNREACHABLE, Reason.ALL_LAME);
                case ONE_ANSWER -> oneAnswerReason();
                case CONSISTENT_PARTIAL -> failureReason(Reason.UNREACHABLE, Reason.LAME);
                case MISMATCH -> Reason.WITHIN_SOURCE;
                default -> Reason.NONE;
            };
        }

        private Reason oneAnswerReason() {
            if (byPlace.size() > 1) {
                return Reason.OTHERS_FAILED;
            }
            return nameless ? Reason.OTHERS_NO_ADDRESS : Reason.SINGLE_ADDRESS;
        }

        private Reason failureReason(Reason unreachable, Reason lame) {
            if (failures.size() + (nameless ? 1 : 0) > 1) {
                return Reason.MIXED;
            }
            if (nameless) {
                return Reason.NO_ADDRESS;
            }
            return failures.contains(Outcome.Class.LAME) ? lame : unreachable;
        }
    }
}
