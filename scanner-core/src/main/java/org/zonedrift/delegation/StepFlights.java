package org.zonedrift.delegation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.zonedrift.exchange.Lane;
import org.zonedrift.wire.RecordType;
import org.zonedrift.zone.DomainName;

/**
 * The questions under way on the steps down to a name: each is asked once, however many searches
 * of however many lanes pass there. What they teach is remembered in the zone cuts.
 */
final class StepFlights {

    /** However long an answer may be kept, a run asks again after this. */
    private static final long LEARNT_MAX_SECONDS = 86_400;

    /** A TTL of nothing would have every search ask anew. */
    private static final long LEARNT_MIN_SECONDS = 60;

    /** Negative answers are kept for three hours at most (RFC 2308 §5). */
    private static final long DENIED_MAX_SECONDS = 10_800;

    private record Waiter(Lane lane, Consumer<Said> done) {}

    private final ZoneCuts cuts;
    private final Map<DomainName, List<Waiter>> underWay = new HashMap<>();

    StepFlights(ZoneCuts cuts) {
        this.cuts = cuts;
    }

    /** Asks the zone's servers for the name below it; A, since some middleboxes mishandle NS. */
    void ask(ZoneCut cut, DomainName step, Errand errand, Lane lane, Consumer<Said> done) {
        if (isFirst(step, new Waiter(lane, done))) {
            new CutQuestion(cut, step, RecordType.A, errand).next(said -> {
                learn(cut, step, said, lane.now());
                tell(step, said);
            });
        }
    }

    private synchronized boolean isFirst(DomainName step, Waiter waiter) {
        List<Waiter> waiters = underWay.computeIfAbsent(step, key -> new ArrayList<>(1));
        waiters.add(waiter);
        return waiters.size() == 1;
    }

    private synchronized List<Waiter> waitersFor(DomainName step) {
        List<Waiter> waiters = underWay.remove(step);
        return waiters == null ? List.of() : waiters;
    }

    private void tell(DomainName step, Said said) {
        for (Waiter waiter : waitersFor(step)) {
            if (waiter.lane().isCurrent()) {
                waiter.done().accept(said);
            } else {
                waiter.lane().execute(() -> waiter.done().accept(said));
            }
        }
    }

    private void learn(ZoneCut cut, DomainName step, Said said, long now) {
        if (said instanceof Said.Denied denied) {
            if (cut.zone().isRoot()) {
                cuts.learnGap(step, ZoneCuts.Gap.DENIED, now + nanos(denied.ttl(), DENIED_MAX_SECONDS));
            }
        } else if (said instanceof Said.Nothing nothing && nothing.isToldBy(step)) {
            // The same servers serve the zone below too: no referral will ever show that cut.
            cuts.learn(new ZoneCut(step, cut.hosts(), cut.addresses(), now + nanos(nothing.ttl(), DENIED_MAX_SECONDS)));
        } else if (said instanceof Said.Nothing nothing) {
            cuts.learnGap(step, ZoneCuts.Gap.INSIDE_ZONE, now + nanos(nothing.ttl(), DENIED_MAX_SECONDS));
        } else if (said instanceof Said.Records || said instanceof Said.Alias) {
            cuts.learnGap(step, ZoneCuts.Gap.INSIDE_ZONE, now + nanos(DENIED_MAX_SECONDS, DENIED_MAX_SECONDS));
        }
    }

    /** A TTL within what we are ready to believe, in nanoseconds. */
    static long nanos(long ttlSeconds, long maxSeconds) {
        return Math.min(Math.max(ttlSeconds, LEARNT_MIN_SECONDS), maxSeconds) * 1_000_000_000L;
    }

    static long nanos(long ttlSeconds) {
        return nanos(ttlSeconds, LEARNT_MAX_SECONDS);
    }
}
