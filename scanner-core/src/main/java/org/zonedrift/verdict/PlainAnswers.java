package org.zonedrift.verdict;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zonedrift.operator.Provider;
import org.zonedrift.probe.Observation;
import org.zonedrift.probe.Outcome;
import org.zonedrift.wire.Edns;
import org.zonedrift.zone.DomainName;
import org.zonedrift.zone.SoaRecord;

/**
 * What the servers of a plain zone said: those that speak for it all show the same SOA record, others do not speak for
 * it or say nothing, and nothing was noted of any.
 */
final class PlainAnswers {

    /** By the places of the addresses among their crew. */
    private final Observation[] heard;

    private final Crew crew;
    private @Nullable SoaRecord soa;
    private long usable;
    private long asked;
    private long outcomes;
    private boolean recursion;
    private boolean nsid;
    private boolean apexNs;

    private PlainAnswers(Crew crew) {
        this.crew = crew;
        this.heard = new Observation[crew.addresses()];
    }

    /** What this crew said, or null where there is more to say of it. */
    static @Nullable PlainAnswers of(List<Observation> observations, Crew crew) {
        if (observations.size() != crew.addresses()) {
            return null;
        }
        PlainAnswers answers = new PlainAnswers(crew);
        for (int i = 0; i < observations.size(); i++) {
            Observation seen = observations.get(i);
            int place = crew.placeOf(seen.server(), i);
            if (place < 0 || !isPlain(seen) || !answers.agreeWith(seen, 1L << place)) {
                return null;
            }
            answers.heard[place] = seen;
        }
        return answers;
    }

    private static boolean isPlain(Observation seen) {
        Edns edns = seen.edns();
        return seen.kept() == null && seen.flags().isEmpty() && (edns == null || edns.expireSeconds() < 0);
    }

    private boolean agreeWith(Observation seen, long place) {
        Outcome outcome = seen.outcome();
        outcomes |= bitOf(outcome);
        asked |= outcome.meaning() == Outcome.Class.SKIPPED ? 0 : place;
        recursion |= seen.recursionAvailable();
        nsid |= seen.edns() != null && seen.edns().nsid() != null;
        if (!outcome.isUsable()) {
            return seen.apexNs() == null;
        }
        usable |= place;
        soa = soa == null ? seen.soa() : soa;
        return soa != null && soa.equals(seen.soa()) && isCrew(seen);
    }

    private boolean isCrew(Observation seen) {
        apexNs |= seen.apexNs() != null;
        return crew.isNamedBy(seen.apexNs());
    }

    static long bitOf(Outcome outcome) {
        return 1L << outcome.ordinal();
    }

    /** What those show that speak for the zone; null where nobody does. */
    @Nullable
    SoaRecord soa() {
        return soa;
    }

    Crew crew() {
        return crew;
    }

    Observation at(int place) {
        return heard[place];
    }

    /** The addresses that speak for the zone. */
    long usable() {
        return usable;
    }

    /** The addresses that were not left out. */
    long asked() {
        return asked;
    }

    boolean areAllUsable() {
        return Long.bitCount(usable) == heard.length;
    }

    /** A bit for each outcome that there is. */
    long outcomes() {
        return outcomes;
    }

    int count(Outcome.Class meaning) {
        int count = 0;
        for (Observation seen : heard) {
            count += seen.outcome().meaning() == meaning ? 1 : 0;
        }
        return count;
    }

    int count(Outcome outcome) {
        int count = 0;
        for (Observation seen : heard) {
            count += seen.outcome() == outcome ? 1 : 0;
        }
        return count;
    }

    /** Whether some server would look up anything for anybody. */
    boolean offerRecursion() {
        return recursion;
    }

    /** Whether some server said which of its instances it is. */
    boolean haveNsid() {
        return nsid;
    }

    /** Whether some server that speaks for the zone said who its servers are. */
    boolean nameTheCrew() {
        return apexNs;
    }

    /** The provider that the table knows for each of those that speak for the zone, or null. */
    @Nullable
    Provider provider() {
        Provider common = null;
        for (int place = 0; place < heard.length; place++) {
            if (Crew.isAmong(usable, place)) {
                Provider own = crew.runnerAt(place).provider();
                if (own == null || common != null && common != own) {
                    return null;
                }
                common = own;
            }
        }
        return common;
    }

    /** The names under which one stands that speaks for the zone. */
    List<DomainName> hosts() {
        if (areAllUsable()) {
            return crew.hosts;
        }
        return crew.members.stream()
                .filter(member -> (member.addresses() & usable) != 0)
                .map(Crew.Member::host)
                .toList();
    }

    /** Who runs those that speak for the zone. */
    List<String> operators() {
        return areAllUsable() || crew.operators.size() == 1 ? crew.operators : crew.operatorsAt(usable);
    }
}
