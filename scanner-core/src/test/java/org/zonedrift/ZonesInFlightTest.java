package org.zonedrift;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.zonedrift.ZonesInFlight.Place;
import org.zonedrift.ZonesInFlight.Station;
import org.zonedrift.exchange.VirtualLane;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;
import reactor.test.StepVerifier;
import reactor.test.publisher.TestPublisher;

class ZonesInFlightTest {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final VirtualLane lane = new VirtualLane();
    private final AtomicInteger working = new AtomicInteger();
    private int mostWorking;

    private Mono<String> after(long nanos, String result) {
        return Mono.create(sink -> {
            mostWorking = Math.max(mostWorking, working.incrementAndGet());
            lane.schedule(nanos, () -> finish(sink, result));
        });
    }

    private void finish(MonoSink<String> sink, String result) {
        working.decrementAndGet();
        sink.success(result);
    }

    private ZonesInFlight<Integer, String> flight(
            int count, InFlightLimits limits, ZonesInFlight.Work<Integer, String> work) {
        return new ZonesInFlight<>(Flux.range(0, count), List.of(new Station<>(lane, work)), limits);
    }

    @Test
    void everyItemLeadsToExactlyOneResultInTheOrderTheyFinish() {
        Random random = new Random(7);
        List<String> results = new ArrayList<>();
        flight(1_000, new InFlightLimits(50, 10), (i, place) -> after(random.nextInt(1_000), "zone " + i))
                .subscribe(results::add);
        lane.runOut();
        assertThat(results).doesNotHaveDuplicates().hasSize(1_000);
        assertThat(results.get(0)).isNotEqualTo("zone 0");
    }

    @Test
    void noMoreThanTheLimitAreWorkedOn() {
        StepVerifier.create(flight(500, new InFlightLimits(5, 10), (i, place) -> after(SECOND, "zone " + i)))
                .then(lane::runOut)
                .expectNextCount(500)
                .verifyComplete();
        assertThat(mostWorking).isEqualTo(5);
    }

    @Test
    void aSlowReaderHoldsUpTheIntake() {
        TestPublisher<Integer> items = TestPublisher.create();
        ZonesInFlight<Integer, String> flight = new ZonesInFlight<>(
                items.flux(),
                List.of(new Station<>(lane, (i, place) -> Mono.just("zone " + i))),
                new InFlightLimits(3, 10));
        StepVerifier.create(flight, 0)
                .then(() -> {
                    items.next(1, 2, 3);
                    lane.runOut();
                    items.assertMaxRequested(3);
                })
                .thenRequest(1)
                .expectNext("zone 1")
                .then(() -> items.assertMinRequested(1))
                .then(items::complete)
                .thenRequest(5)
                .expectNext("zone 2", "zone 3")
                .verifyComplete();
    }

    @Test
    void aParkedItemGivesItsPlaceToAnotherUntilTooManyAreParked() {
        AtomicInteger begun = new AtomicInteger();
        List<String> results = new ArrayList<>();
        flight(100, new InFlightLimits(1, 10), (i, place) -> {
                    begun.incrementAndGet();
                    place.park();
                    return after(SECOND, "zone " + i);
                })
                .subscribe(results::add);
        lane.settle();
        assertThat(begun).hasValue(11);
        lane.runOut();
        assertThat(results).hasSize(100);
    }

    @Test
    void anAbandonedScanSaysSoOfEveryItemInFlight() {
        List<String> results = new ArrayList<>();
        AtomicInteger ends = new AtomicInteger();
        ZonesInFlight<Integer, String> flight =
                flight(1_000, new InFlightLimits(4, 10), (i, place) -> after(SECOND, "done " + i));
        flight.doOnComplete(ends::incrementAndGet).subscribe(results::add);
        lane.advance(SECOND);
        flight.abandon(i -> "aborted " + i);
        lane.settle();
        assertThat(results)
                .containsExactly(
                        "done 0", "done 1", "done 2", "done 3", "aborted 4", "aborted 5", "aborted 6", "aborted 7");
        assertThat(ends).hasValue(1);
    }

    @Test
    void aFailureShowsOnlyAfterWhatWasInFlightIsPassedOn() {
        StepVerifier.create(flight(
                        100,
                        new InFlightLimits(3, 10),
                        (i, place) ->
                                i == 1 ? Mono.error(new IllegalStateException("full")) : after(SECOND, "zone " + i)))
                .then(lane::runOut)
                .expectNext("zone 0", "zone 2")
                .verifyErrorMessage("full");
    }

    @Test
    void whoCancelsStopsTheWork() {
        List<Place> places = new ArrayList<>();
        ZonesInFlight<Integer, String> flight = flight(10, new InFlightLimits(2, 10), (i, place) -> {
            places.add(place);
            return after(SECOND, "zone " + i);
        });
        StepVerifier.create(flight).then(lane::settle).thenCancel().verify();
        lane.runOut();
        assertThat(places).hasSize(2);
    }
}
