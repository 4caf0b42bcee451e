package org.zonedrift.verdict;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zonedrift.operator.Operators;
import org.zonedrift.probe.Observation;
import org.zonedrift.probe.Outcome;
import org.zonedrift.verdict.NsSets.Relation;
import org.zonedrift.zone.Delegation;
import org.zonedrift.zone.SoaRecord;

/**
 * A zone of which there is little to say, as nearly all are: those of its servers that speak for it, if any do, show
 * the same SOA record, their primary is one of the servers, and nothing was noted on the way. It is judged in one go,
 * as it would be as a {@link Case}, of which it needs hardly anything.
 *
 * @param voice null where nobody speaks for the zone
 */
record PlainZone(
        Delegation delegation,
        Crew crew,
        PlainAnswers answers,
        @Nullable PlainVoice voice) {

    /** The zone of this evidence, or null where it is not plain. */
    static @Nullable PlainZone of(Evidence evidence, Crews crews, Operators directory) {
        Delegation delegation = evidence.delegation();
        Crew crew = isOfOneMoment(evidence) ? crews.of(evidence.nameServers(), delegation.zone()) : null;
        if (crew == null || !crew.isNamedBy(delegation.parentNs()) || !crew.isNamedBy(delegation.childNs())) {
            return null;
        }
        PlainAnswers answers = PlainAnswers.of(evidence.observations(), crew);
        if (answers == null) {
            return null;
        }
        SoaRecord soa = answers.soa();
        PlainVoice voice = soa == null ? null : PlainVoice.of(soa, evidence, answers, directory);
        return soa != null && voice == null ? null : new PlainZone(delegation, crew, answers, voice);
    }

    /** Whether all was seen at once, and nothing noted: there is no other word to compare the servers' with. */
    private static boolean isOfOneMoment(Evidence evidence) {
        return evidence.rounds().isEmpty()
                && evidence.previous() == null
                && evidence.reference() == null
                && evidence.delegation().findings().isEmpty()
                && !SerialFlags.isWide(evidence.probeSpreadMillis());
    }

    /** What decides about its verdict and its flags. */
    Precedents.Key key() {
        long traits = PlainTraits.of(delegation.zone(), crew, answers, voice);
        return new Precedents.Key(
                traits, voice == null ? null : voice.soa(), voice == null ? null : voice.usualTimers());
    }

    /** What is said of it, of which this is concluded. */
    Judgement judgement(Precedents.Known known) {
        return new Judgement(
                known.verdict(),
                known.reason(),
                null,
                known.findings(),
                known.facts(),
                counts(),
                voice == null ? null : voice.summary(),
                voice == null ? List.of() : List.of(voice.serialRow(answers)),
                voice == null ? List.of() : List.of(voice.sourceRow(answers)),
                voice == null ? null : voice.soa(),
                List.of(),
                nsSets(),
                rows(),
                voice == null ? List.of() : List.of(voice.primary().row(voice.soa())),
                null);
    }

    private Counts counts() {
        int skipped = answers.count(Outcome.Class.SKIPPED);
        int said = voice == null ? 0 : 1;
        return new Counts(
                crew.hosts.size(),
                crew.addresses(),
                crew.addresses() - skipped - answers.count(Outcome.SKIPPED_UNRESPONSIVE),
                Long.bitCount(answers.usable()),
                answers.count(Outcome.Class.LAME),
                answers.count(Outcome.Class.UNREACHABLE),
                skipped,
                said,
                crew.operators.size(),
                said);
    }

    private NsSets nsSets() {
        boolean isParentKnown = delegation.parentNs() != null;
        boolean isChildKnown = answers.nameTheCrew() || delegation.childNs() != null;
        return new NsSets(
                isParentKnown && isChildKnown ? Relation.EQUAL : Relation.UNKNOWN,
                isParentKnown ? crew.hosts : null,
                isChildKnown ? crew.hosts : null);
    }

    private List<ServerRow> rows() {
        ServerRow[] rows = new ServerRow[crew.posts.size()];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = row(crew.posts.get(i));
        }
        return List.of(rows);
    }

    private ServerRow row(Crew.Post post) {
        Observation seen = answers.at(post.place());
        boolean speaks = seen.isUsable();
        return new ServerRow(
                post.ns(),
                post.at(),
                seen,
                crew.runnerAt(post.place()).id(),
                speaks ? Sources.FIRST_ID : null,
                speaks ? Position.EQUAL : null,
                speaks ? 0 : ServerRow.NO_LAG,
                post.repetition(),
                speaks ? null : differing(seen.soa()),
                null,
                List.of());
    }

    /** What is shown by somebody who does not speak for the zone. */
    private @Nullable SoaRecord differing(@Nullable SoaRecord shown) {
        SoaRecord common = voice == null ? null : voice.soa();
        return shown == null || SoaDifferences.isSameButSerial(common, shown) ? null : shown;
    }
}
