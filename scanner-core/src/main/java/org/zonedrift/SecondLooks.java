package org.zonedrift;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.zonedrift.Scanner.Parking;
import org.zonedrift.exchange.Lane;
import org.zonedrift.exchange.Lane.Alarm;
import org.zonedrift.verdict.Evidence;
import org.zonedrift.verdict.LooksSoFar;
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
    private final ZoneReport first;
    private final Evidence evidence;
    private final Sighting seen;
    private final long firstLookAt;
    private final List<Look> looks = new ArrayList<>();
    private LooksSoFar soFar;

    private SecondLooks(ZoneVisit visit, LooksSoFar soFar, Sighting seen) {
        this.visit = visit;
        this.soFar = soFar;
        this.first = soFar.first();
        this.evidence = requireNonNull(first.evidence(), "a first look without evidence");
        this.seen = seen;
        this.firstLookAt = TimeUnit.MILLISECONDS.toNanos(first.startedAtMillis() + first.durationMillis());
        for (ZoneReport look : soFar.later()) {
            looks.add(takenBefore(look));
        }
    }

    /** The first look was just now. */
    static SecondLooks after(ZoneVisit visit, Sighting first) {
        return new SecondLooks(visit, LooksSoFar.of(visit.report(visit.evidence(first))), first);
    }

    /** The first look was in an earlier attempt, and others perhaps. */
    static SecondLooks after(ZoneVisit visit, LooksSoFar looks) {
        Sighting then = Sighting.of(requireNonNull(looks.first().evidence()));
        return new SecondLooks(visit, looks, then.locating(visit.limited(then.servers())));
    }

    private Look takenBefore(ZoneReport look) {
        Evidence then = requireNonNull(look.evidence(), "a look without evidence");
        long at = TimeUnit.MILLISECONDS.toNanos(look.startedAtMillis());
        return new Look(
                look.startedAtMillis(), (at - firstLookAt) / NANOS_PER_SECOND, then.observations(), then.primaries());
    }

    /** The report after as many looks as it takes; at once, when the first look left no doubt. */
    Mono<ZoneReport> report(Parking parking) {
        boolean wanted =
                Recheck.isWanted(first.judgement()) && !visit.plan().rechecks().isEmpty();
        return wanted ? reportAfterAll(parking) : visit.withData(first);
    }

    /** The report after every look that is planned, whether the first left doubts or not. */
    Mono<ZoneReport> reportAfterAll(Parking parking) {
        parking.park(soFar);
        return Flux.fromIterable(visit.plan().rechecks())
                .skip(looks.size())
                .concatMap(delay -> lookAfter(delay, parking))
                .then(Mono.defer(() -> visit.withData(visit.report(visit.concluded(evidence, looks)))));
    }

    private Mono<Sighting> lookAfter(Duration delay, Parking parking) {
        return pauseUntil(firstLookAt + delay.toNanos())
                .then(Mono.defer(() -> visit.askAgain(seen)))
                .doOnNext(again -> note(again, parking));
    }

    private void note(Sighting again, Parking parking) {
        long now = visit.lane().now();
        looks.add(new Look(
                TimeUnit.NANOSECONDS.toMillis(now),
                (now - firstLookAt) / NANOS_PER_SECOND,
                again.observations(),
                again.primaries()));
        if (looks.size() < visit.plan().rechecks().size()) {
            soFar = soFar.and(visit.report(evidence.at(again.observations(), again.primaries()))
                    .begunAt(TimeUnit.NANOSECONDS.toMillis(now)));
            parking.note(soFar);
        }
    }

    private Mono<Void> pauseUntil(long instant) {
        Lane lane = visit.lane();
        return Mono.create(sink -> {
            Alarm alarm = lane.schedule(Math.max(0, instant - lane.now()), sink::success);
            sink.onDispose(alarm::cancel);
        });
    }
}
