package org.zonedrift.verdict;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zonedrift.operator.Operators;
import org.zonedrift.zone.Delegation;

/**
 * Compares what the servers of a zone said. No clock, no I/O, blind to the order of what it is given. What it remembers
 * only saves it work: threads that share one may do some of that twice.
 */
public final class Judge {

    private final Operators operators;
    private final Crews crews;
    private final Precedents precedents = new Precedents();

    public Judge(Operators operators) {
        this.operators = operators;
        this.crews = new Crews(operators);
    }

    /** What the evidence means. */
    public Judgement judge(Evidence evidence) {
        if (evidence.delegation().standing() != Delegation.Standing.DELEGATED) {
            return withoutServers(evidence);
        }
        PlainZone plain = PlainZone.of(evidence, crews, operators);
        return plain == null ? judge(new Case(evidence, operators)) : judge(plain, evidence);
    }

    private Judgement judge(PlainZone plain, Evidence evidence) {
        Precedents.Key key = plain.key();
        Precedents.Known known = precedents.of(key);
        if (known != null) {
            return plain.judgement(known);
        }
        Judgement judgement = judge(new Case(evidence, operators));
        precedents.learn(key, judgement);
        return judgement;
    }

    private static Judgement withoutServers(Evidence evidence) {
        Ruling ruling = Ruling.withoutServers(evidence.delegation().standing());
        List<Flag> noted = Flag.notedIn(evidence.delegation().findings());
        return Judgement.unmeasured(ruling.verdict(), ruling.reason()).flagged(noted);
    }

    /** What a case means, whether the zone is plain or not. */
    static Judgement judge(Case zone) {
        Rows rows = new Rows(zone);
        SerialSummary summary = zone.voices.isEmpty() ? null : zone.summary();
        List<Flag> raised = Flag.raisedIn(zone);
        return new Judgement(
                zone.ruling.verdict(),
                zone.ruling.reason(),
                changedFrom(zone.history.firstVerdict(), zone.ruling.verdict()),
                Flag.findingsAmong(raised),
                Flag.factsAmong(raised),
                zone.roll.counts(zone.serials.size(), zone.sources.size()),
                summary,
                rows.serials(),
                rows.sources(),
                zone.soa,
                zone.soaDiff,
                zone.nsSets,
                rows.servers(),
                zone.primaries,
                Lateness.recheck(zone, summary));
    }

    private static @Nullable Verdict changedFrom(@Nullable Verdict first, Verdict last) {
        return first == last ? null : first;
    }
}
