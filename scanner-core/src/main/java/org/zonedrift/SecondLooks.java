package org.zonedrift;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.zonedrift.ZonesInFlight.Place;
import org.zonedrift.exchange.Lane;
import org.zonedrift.exchange.Lane.Alarm;
import org.zonedrift.verdict.Evidence;
import org.zonedrift.verdict.Recheck;
import org.zonedrift.verdict.Recheck.Look;
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
    private final Sighting first;
    private final List<Look> looks = new ArrayList<>();
    private final long firstLookAt;

    SecondLooks(ZoneVisit visit, Place place, Sighting first) {
        this.visit = visit;
        this.place = place;
        this.first = first;
        this.firstLookAt = visit.lane().now();
    }

    /** The report after as many looks as it takes; at once, when the first look left no doubt. */
    Mono<ZoneReport> report() {
        Evidence evidence = visit.evidence(first);
        List<Duration> delays = visit.plan().rechecks();
        ZoneReport atFirst = visit.report(evidence);
        if (delays.isEmpty() || !Recheck.isWanted(atFirst.judgement())) {
            return visit.withData(atFirst);
        }
        place.park();
        return Flux.fromIterable(delays)
                .concatMap(this::lookAfter)
                .then(Mono.defer(() -> visit.withData(visit.report(visit.concluded(evidence, looks)))));
    }

    private Mono<Sighting> lookAfter(Duration delay) {
        return pauseUntil(firstLookAt + delay.toNanos())
                .then(Mono.defer(() -> visit.askAgain(first)))
                .doOnNext(this::note);
    }

    private void note(Sighting again) {
        long now = visit.lane().now();
        looks.add(new Look(
                TimeUnit.NANOSECONDS.toMillis(now),
                (now - firstLookAt) / NANOS_PER_SECOND,
                again.observations(),
                again.primaries()));
    }

    private Mono<Void> pauseUntil(long instant) {
        Lane lane = visit.lane();
        return Mono.create(sink -> {
            Alarm alarm = lane.schedule(instant - lane.now(), sink::success);
            sink.onDispose(alarm::cancel);
        });
    }
}
