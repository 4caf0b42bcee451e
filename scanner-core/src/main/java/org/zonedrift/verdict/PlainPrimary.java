package org.zonedrift.verdict;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zonedrift.probe.Outcome;
import org.zonedrift.zone.SoaRecord;

/**
 * How the primary of a plain zone answers, which is one of its servers.
 *
 * @param outcome the best of its addresses
 * @param kind why the serial is what others are measured against: where the primary does not speak for the zone, or
 *     not everywhere, it is merely what the most show
 */
record PlainPrimary(Outcome outcome, Reference.Kind kind) {

    private static final PlainPrimary SOUND = new PlainPrimary(Outcome.OK, Reference.Kind.MNAME);

    /** The primary that this record names, or null where it is none of the servers. */
    static @Nullable PlainPrimary of(SoaRecord soa, PlainAnswers answers) {
        if (!answers.crew().hosts.contains(soa.mname())) {
            return null;
        }
        return answers.areAllUsable() ? SOUND : among(soa, answers);
    }

    private static @Nullable PlainPrimary among(SoaRecord soa, PlainAnswers answers) {
        Outcome best = null;
        boolean speaksEverywhere = true;
        for (Crew.Post post : answers.crew().posts) {
            if (post.ns().host().equals(soa.mname())) {
                Outcome outcome = answers.at(post.place()).outcome();
                best = best == null || Primaries.weight(outcome) > Primaries.weight(best) ? outcome : best;
                speaksEverywhere &= outcome.isUsable() || outcome == Outcome.SKIPPED_FAMILY;
            }
        }
        if (best == null) {
            return null;
        }
        boolean leads = speaksEverywhere && best.isUsable();
        return new PlainPrimary(best, leads ? Reference.Kind.MNAME : Reference.Kind.MAJORITY);
    }

    Reference reference(SoaRecord soa) {
        return Reference.found(kind, soa.serial());
    }

    PrimaryRow row(SoaRecord soa) {
        boolean speaks = outcome.isUsable();
        return new PrimaryRow(
                soa.mname(),
                PrimaryRow.Standing.IN_NS,
                List.of(),
                outcome,
                speaks ? soa.serial() : null,
                speaks ? Position.EQUAL : null,
                null);
    }
}
