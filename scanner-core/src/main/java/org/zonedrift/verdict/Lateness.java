package org.zonedrift.verdict;

import org.jspecify.annotations.Nullable;
import org.zonedrift.verdict.RecheckResult.Hint;
import org.zonedrift.verdict.RecheckResult.State;
import org.zonedrift.zone.Previous;
import org.zonedrift.zone.SerialNumber;
import org.zonedrift.zone.SerialScheme;
import org.zonedrift.zone.SoaRecord;

/** For how long servers have been behind: what is proven, and what dates merely suggest. */
final class Lateness {

    /** A timer of weeks excuses nobody: REFRESH and RETRY count as a day each at most. */
    private static final long TIMER_CAP_SECONDS = 86_400;

    private static final long MILLIS_PER_SECOND = 1_000;

    private final Case zone;
    private final @Nullable SerialSummary summary;

    private Lateness(Case zone, @Nullable SerialSummary summary) {
        this.zone = zone;
        this.summary = summary;
    }

    static @Nullable RecheckResult recheck(Case zone, @Nullable SerialSummary summary) {
        State state = zone.state;
        if (state == null) {
            return null;
        }
        return new RecheckResult(state, state == State.UNCHANGED ? new Lateness(zone, summary).hint() : null);
    }

    private Hint hint() {
        SoaRecord newest = newestSoa();
        if (newest == null) {
            return Hint.PENDING_REFRESH;
        }
        long allowed = Math.min(newest.refresh(), TIMER_CAP_SECONDS) + Math.min(newest.retry(), TIMER_CAP_SECONDS);
        if (provenSeconds(zone, newest.serial()) >= allowed || refreshIsOverdue(newest, allowed)) {
            return Hint.OVERDUE;
        }
        return suggestedSeconds() >= allowed ? Hint.OVERDUE_LIKELY : Hint.PENDING_REFRESH;
    }

    private @Nullable SoaRecord newestSoa() {
        SerialNumber newest = zone.serials.newest();
        for (Voice voice : zone.voices) {
            if (voice.serial().equals(newest)) {
                return voice.soa();
            }
        }
        return null;
    }

    /**
     * For how long a newer serial than the laggards' has been out there, beyond doubt: since round 0,
     * since an earlier run that saw a newer one, or since the moment that a Unix serial names.
     */
    static long provenSeconds(Case zone, SerialNumber newest) {
        long proven = (long) zone.history.elapsedSeconds();
        if (!zone.voices.isEmpty() && zone.scheme.scheme() == SerialScheme.UNIX) {
            proven = Math.max(proven, zone.now - newest.value());
        }
        Previous previous = zone.evidence.previous();
        if (previous != null && zone.voices.stream().anyMatch(voice -> isOlder(voice, previous))) {
            proven = Math.max(proven, zone.now - previous.at() / MILLIS_PER_SECOND);
        }
        return proven;
    }

    /** Whether some server still answers though it is proven behind for longer than its EXPIRE. */
    static boolean isAnyPastExpire(Case zone) {
        SerialNumber newest = zone.incomparable ? null : zone.serials.newest();
        if (newest == null) {
            return false;
        }
        long proven = provenSeconds(zone, newest);
        return zone.voices.stream()
                .anyMatch(voice -> newest.isNewerThan(voice.serial())
                        && proven > voice.soa().expire());
    }

    private static boolean isOlder(Voice voice, Previous previous) {
        return previous.serial().isNewerThan(voice.serial());
    }

    /** A laggard's EXPIRE option tells when it last reached its primary. */
    private boolean refreshIsOverdue(SoaRecord newest, long allowed) {
        for (Voice voice : zone.voices) {
            long left = voice.seen().edns() == null ? -1 : voice.seen().edns().expireSeconds();
            if (left >= 0
                    && newest.serial().isNewerThan(voice.serial())
                    && voice.soa().expire() - left >= allowed) {
                return true;
            }
        }
        return false;
    }

    private long suggestedSeconds() {
        return summary == null || summary.timeLag() == null
                ? 0
                : summary.timeLag().staleAtLeastSeconds();
    }
}
