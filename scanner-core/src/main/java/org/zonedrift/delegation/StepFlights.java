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
                cuts.learnGap(step, ZoneCuts.Gap.DENIED, now + Lifetimes.absentNanos(denied.ttl()));
            }
        } else if (said instanceof Said.Nothing nothing && nothing.isToldBy(step)) {
            // The same servers serve the zone below too: no referral will ever show that cut.
            cuts.learn(cut.alsoServing(step, now + Lifetimes.absentNanos(nothing.ttl())));
        } else if (said instanceof Said.Nothing nothing) {
            cuts.learnGap(step, ZoneCuts.Gap.INSIDE_ZONE, now + Lifetimes.absentNanos(nothing.ttl()));
        } else if (said instanceof Said.Records || said instanceof Said.Alias) {
            cuts.learnGap(step, ZoneCuts.Gap.INSIDE_ZONE, now + Lifetimes.absentNanos(Lifetimes.ABSENT_MAX_SECONDS));
        }
    }
}
