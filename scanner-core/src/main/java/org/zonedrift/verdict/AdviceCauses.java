package org.zonedrift.verdict;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zonedrift.probe.Outcome;
import org.zonedrift.verdict.RecheckResult.Hint;
import org.zonedrift.verdict.RecheckResult.State;
import org.zonedrift.zone.SoaRecord;

/** What a judgement says about causes, and the words that advice is put together from. */
final class AdviceCauses {

    /** How a server may answer that once served the zone and lost it. */
    private static final Set<Outcome> LOST = EnumSet.of(Outcome.SERVFAIL, Outcome.REFUSED, Outcome.NON_AUTHORITATIVE);

    /** So far back nobody edits by mistake: the serial was set anew. */
    private static final long LOWERED_BEYOND = 1L << 30;

    private static final long TIMER_CAP_SECONDS = 86_400;
    private static final long MINUTE_SECONDS = 60;
    private static final long HOUR_SECONDS = 3_600;
    private static final long DAY_SECONDS = 86_400;
    private static final String SOME = "a server";

    private final Judgement judgement;

    AdviceCauses(Judgement judgement) {
        this.judgement = judgement;
    }

    Verdict verdict() {
        return judgement.verdict();
    }

    boolean raises(Flag flag) {
        return judgement.raises(flag);
    }

    /** Behind for longer than REFRESH and RETRY allow, as far as re-checks or dates tell. */
    boolean isOverdue() {
        return hasLaggards() && !isPrimaryAtFault() && isLate();
    }

    /** Behind, and nothing shows yet that it should not be. */
    boolean mayPropagate() {
        return hasLaggards() && !isPrimaryAtFault() && !isLate();
    }

    private boolean hasLaggards() {
        return verdict() == Verdict.MISMATCH
                && judgement.sources().size() == 1
                && behind().findAny().isPresent();
    }

    private boolean isLate() {
        RecheckResult recheck = judgement.recheck();
        if (recheck == null) {
            return staleSeconds() >= allowanceSeconds();
        }
        return recheck.state() == State.UNCHANGED && recheck.hint() != Hint.PENDING_REFRESH;
    }

    boolean isPrimaryOlder() {
        return isPrimaryAtFault() && !wasLowered();
    }

    boolean wasLowered() {
        SerialSummary serial = judgement.serial();
        return raises(Flag.MNAME_BEHIND)
                && serial != null
                && serial.newest() != null
                && serial.reference().serial() != null
                && (serial.spread() > LOWERED_BEYOND || raises(Flag.SCHEME_MIXED));
    }

    private boolean isPrimaryAtFault() {
        RecheckResult recheck = judgement.recheck();
        return raises(Flag.MNAME_BEHIND)
                || raises(Flag.SERIAL_WENT_BACKWARDS)
                || (recheck != null && recheck.state() == State.REGRESSED);
    }

    boolean wasEditedSilently() {
        boolean oneSource = judgement.sources().size() == 1;
        return oneSource
                && (raises(Flag.SAME_SERIAL_DIFFERENT_SOA)
                        || (raises(Flag.DATA_DIFFERS) && judgement.counts().serials() == 1));
    }

    /** Whether some server looks like one that belongs to another primary of this zone. */
    boolean hasStranger() {
        boolean sharesOperator =
                verdict() == Verdict.MISMATCH && judgement.sources().size() > 1;
        boolean oneSideOnly = verdict() == Verdict.MISMATCH_SOURCES && raises(Flag.NS_PARENT_CHILD_DIFFER);
        boolean namesEachOther = raises(Flag.MNAME_IS_SELF);
        return !namesEachOther && (sharesOperator || oneSideOnly || raises(Flag.SOURCE_CHANGE_SUSPECTED));
    }

    /** The source with the fewest servers, the last of them where several are as small. */
    String stranger() {
        SourceRow smallest = judgement.sources().get(0);
        for (SourceRow source : judgement.sources()) {
            smallest = source.ns().size() <= smallest.ns().size() ? source : smallest;
        }
        return listed(smallest.ns().stream().map(Object::toString)) + " shows another version of the zone (MNAME "
                + smallest.mname() + ")";
    }

    private Stream<ServerRow> behind() {
        return judgement.servers().stream().filter(row -> row.position() == Position.BEHIND);
    }

    private static String listed(Stream<String> names) {
        List<String> distinct = names.distinct().toList();
        return distinct.isEmpty() ? SOME : String.join(", ", distinct);
    }

    String laggards() {
        return listed(behind().map(row -> row.ns().host().toString()));
    }

    String laggardsHave() {
        return behind().map(row -> row.ns().host()).distinct().count() > 1 ? "have" : "has";
    }

    String lost() {
        return listed(judgement.servers().stream()
                .filter(row -> LOST.contains(row.observation().outcome()))
                .map(row -> row.ns().host().toString()));
    }

    String newest() {
        SerialSummary serial = judgement.serial();
        return serial == null || serial.newest() == null
                ? "the newest serial"
                : serial.newest().toString();
    }

    String primarySerial() {
        SerialSummary serial = judgement.serial();
        return serial == null ? "" : String.valueOf(serial.reference().serial());
    }

    /** A lower bound of the lateness, where the dates in the serials give one. */
    String forAtLeast() {
        return staleSeconds() > 0 ? " for at least " + spoken(staleSeconds()) : "";
    }

    String allowance() {
        return spoken(allowanceSeconds());
    }

    String expire() {
        SoaRecord soa = judgement.soa();
        return soa == null ? "" : Long.toString(soa.expire());
    }

    private long staleSeconds() {
        SerialSummary.@Nullable TimeLag lag =
                judgement.serial() == null ? null : judgement.serial().timeLag();
        return lag == null ? 0 : lag.staleAtLeastSeconds();
    }

    private long allowanceSeconds() {
        SoaRecord soa = judgement.soa();
        return soa == null
                ? TIMER_CAP_SECONDS
                : Math.min(soa.refresh(), TIMER_CAP_SECONDS) + Math.min(soa.retry(), TIMER_CAP_SECONDS);
    }

    /** Whole days, hours or minutes, never more than there are; one minute at least. */
    private static String spoken(long seconds) {
        if (seconds >= 2 * DAY_SECONDS) {
            return String.format(Locale.ROOT, "%,d days", seconds / DAY_SECONDS);
        }
        if (seconds >= 2 * HOUR_SECONDS) {
            return seconds / HOUR_SECONDS + " h";
        }
        return Math.max(1, seconds / MINUTE_SECONDS) + " min";
    }
}
