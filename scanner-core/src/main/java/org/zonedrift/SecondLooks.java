package org.zonedrift;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.zonedrift.ZonesInFlight.Place;
import org.zonedrift.exchange.Lane;
import org.zonedrift.exchange.Lane.Alarm;
import org.zonedrift.verdict.Evidence.Round;
import org.zonedrift.verdict.Flag;
import org.zonedrift.verdict.Judgement;
import org.zonedrift.verdict.Verdict;
import org.zonedrift.verdict.ZoneReport;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Looks again, later, at a zone whose servers disagree, before the disagreement is believed. While
 * the zone waits it is parked: others take its place.
 */
final class SecondLooks {

    private static final double NANOS_PER_SECOND = 1e9;

    private final ZoneVisit visit;
    private final Place place;
    private final List<Round> rounds = new ArrayList<>();
    private final long firstLookAt;
    private Sighting latest;

    SecondLooks(ZoneVisit visit, Place place, Sighting first) {
        this.visit = visit;
        this.place = place;
        this.firstLookAt = visit.lane().now();
        this.latest = first;
    }

    /** The report after as many looks as it takes; at once, when the first look left no doubt. */
    Mono<ZoneReport> report() {
        ZoneReport first = visit.judge(latest, List.of());
        List<Duration> delays = visit.plan().rechecks();
        if (delays.isEmpty() || !isDoubtful(first.judgement())) {
            return Mono.just(first);
        }
        note(latest);
        place.park();
        return Flux.fromIterable(delays)
                .concatMap(this::lookAfter)
                .then(Mono.fromSupplier(() -> visit.judge(latest, rounds)));
    }

    private static boolean isDoubtful(Judgement judgement) {
        return judgement.verdict() == Verdict.MISMATCH || judgement.raises(Flag.ALL_BEHIND_MNAME);
    }

    private Mono<Sighting> lookAfter(Duration delay) {
        return pauseUntil(firstLookAt + delay.toNanos())
                .then(Mono.defer(() -> visit.askAgain(latest)))
                .doOnNext(this::note);
    }

    private void note(Sighting seen) {
        latest = seen;
        long now = visit.lane().now();
        double after = rounds.isEmpty() ? 0 : (now - firstLookAt) / NANOS_PER_SECOND;
        rounds.add(new Round(TimeUnit.NANOSECONDS.toMillis(now), after, seen.answers()));
    }

    private Mono<Void> pauseUntil(long instant) {
        Lane lane = visit.lane();
        return Mono.create(sink -> {
            Alarm alarm = lane.schedule(instant - lane.now(), sink::success);
            sink.onDispose(alarm::cancel);
        });
    }
}
