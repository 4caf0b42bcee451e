package org.zonedrift.verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/** The likely causes of what is wrong with a zone, each with what to do about it. */
public enum Advice {
    SECONDARY_DOES_NOT_REFRESH(
            AdviceCauses::isOverdue,
            zone -> zone.laggards() + " " + zone.laggardsHave() + " not picked up " + zone.newest() + zone.forAtLeast()
                    + ": check that the server may transfer from the primary and pulls from the right one,"
                    + " then trigger a retransfer."),
    STILL_PROPAGATING(
            AdviceCauses::mayPropagate,
            zone -> "Within REFRESH + RETRY: look again in " + zone.allowance() + " (`--recheck`)."),
    PRIMARY_IS_OLDER(
            AdviceCauses::isPrimaryOlder,
            zone -> "The primary is older than its secondaries: raise its serial above " + zone.newest()
                    + "; secondaries will not transfer before."),
    SERIAL_WAS_LOWERED(
            AdviceCauses::wasLowered,
            zone -> "The primary's serial was lowered: use `zonedrift serial plan " + zone.newest() + " "
                    + zone.primarySerial() + "` for a legal way back."),
    EDITED_WITHOUT_SERIAL(
            AdviceCauses::wasEditedSilently,
            zone -> "The data changed without the serial: increment it, or finish the provider's publish step."),
    NOT_PUBLISHED(
            zone -> zone.raises(Flag.ALL_BEHIND_MNAME),
            zone -> "The primary has changes that no server shows: check that it notifies them and lets them transfer,"
                    + " or finish the provider's publish step."),
    WRONG_PRIMARY(
            AdviceCauses::hasStranger, zone -> zone.stranger() + ": remove it from the delegation or repoint it."),
    TWO_PRIMARIES(
            zone -> zone.verdict() == Verdict.MISMATCH_SOURCES,
            zone -> "Serials of independent primaries never match by themselves. Compare the data (`--compare`),"
                    + " or make one provider secondary of the other."),
    SERIAL_SAYS_NOTHING(
            zone -> zone.raises(Flag.UNINFORMATIVE_SERIAL) || zone.raises(Flag.CLOCK_SERIAL),
            zone -> "Equal serials prove nothing here: this provider's serial does not follow changes."),
    SECONDARY_EXPIRED(
            zone -> zone.raises(Flag.EXPIRED_SECONDARY_SUSPECTED),
            zone -> zone.lost() + " no longer serves the zone (EXPIRE " + zone.expire()
                    + " is short for several providers)."),
    SERVES_EXPIRED(
            zone -> zone.raises(Flag.SERVING_EXPIRED_SUSPECTED),
            zone -> zone.laggards() + " still answers from a copy that is older than EXPIRE (" + zone.expire()
                    + "): such a copy must not be served.");

    // A pure function: nothing in it can change.
    @SuppressWarnings("ImmutableEnumChecker")
    private final Predicate<AdviceCauses> condition;

    // A pure function too.
    @SuppressWarnings("ImmutableEnumChecker")
    private final Function<AdviceCauses, String> words;

    /**
     * What is to be done in one case.
     *
     * @param sentence for people; names in it are in presentation form, so it is safe on a terminal
     */
    public record Suggestion(Advice cause, String sentence) {}

    Advice(Predicate<AdviceCauses> condition, Function<AdviceCauses, String> words) {
        this.condition = condition;
        this.words = words;
    }

    /** What this judgement suggests, the likeliest cause of a mismatch first; often nothing. */
    public static List<Suggestion> on(Judgement judgement) {
        AdviceCauses causes = new AdviceCauses(judgement);
        List<Suggestion> suggestions = new ArrayList<>();
        for (Advice advice : values()) {
            if (advice.condition.test(causes)) {
                suggestions.add(new Suggestion(advice, advice.words.apply(causes)));
            }
        }
        return suggestions;
    }
}
