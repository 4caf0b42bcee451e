package org.zonedrift;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import org.zonedrift.exchange.Lane;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Operators;

/**
 * Keeps a bounded number of zones in flight, each on one lane, and passes on what comes of them in
 * the order they finish.
 *
 * <p>{@code Flux.flatMap} would do the same at a cost that grows with the concurrency, for each
 * completion; here it is constant. A zone that waits for its next look parks: it gives its place to
 * another, and only so many may park before intake waits.
 *
 * <p>What is in flight and what waits to be taken downstream is never more than both limits
 * together.
 */
final class ZonesInFlight<T, R> extends Flux<R> {

    /** What is done for one item; the work starts on the lane and stays there. */
    interface Work<T, R> {

        /** Exactly one result; an error stops intake and shows after all that was in flight. */
        Mono<R> begin(T item, Place place);
    }

    /** The place of one item among those in flight. */
    interface Place {

        /** Lets another item begin while this one waits; once parked, always parked. */
        void park();
    }

    /** One lane with the work that is done on it. */
    record Station<T, R>(Lane lane, Work<T, R> work) {}

    /** Of the places, so much may stay empty: to wake the reader for each item costs more than to read it. */
    private static final int EMPTY_SHARE = 16;

    /** More at once would gain little, and would keep those waiting that are in flight. */
    private static final int BATCH_MAX = 256;

    private final Flux<T> items;
    private final List<Station<T, R>> stations;
    private final InFlightLimits limits;
    private final AtomicReference<@Nullable Flight> current = new AtomicReference<>();

    ZonesInFlight(Flux<T> items, List<Station<T, R>> stations, InFlightLimits limits) {
        this.items = items;
        this.stations = List.copyOf(stations);
        this.limits = limits;
    }

    @Override
    public void subscribe(CoreSubscriber<? super R> downstream) {
        Flight flight = new Flight(downstream);
        if (!current.compareAndSet(null, flight)) {
            Operators.error(downstream, new IllegalStateException("a scan runs once"));
            return;
        }
        items.subscribe(flight);
    }

    /** Takes no more items; those in flight go on. */
    void takeNoMore() {
        Flight flight = current.get();
        if (flight != null) {
            flight.takeNoMore();
        }
    }

    /** Takes no more items, and ends each one in flight with this result. */
    void abandon(Function<T, R> result) {
        Flight flight = current.get();
        if (flight != null) {
            flight.abandon(result);
        }
    }

    /** How many items are being worked on, and how many are parked. */
    <A> A count(BiFunction<Integer, Integer, A> activeAndParked) {
        Flight flight = current.get();
        return flight == null
                ? activeAndParked.apply(0, 0)
                : activeAndParked.apply(flight.active.get(), flight.parked.get());
    }

    /** The flow itself: one subscription upstream, one downstream, many places. */
    private final class Flight implements CoreSubscriber<T>, Subscription {

        private final CoreSubscriber<? super R> downstream;
        private final Queue<Finished<R>> finished = new ConcurrentLinkedQueue<>();
        private final AtomicLong wanted = new AtomicLong();
        private final AtomicInteger draining = new AtomicInteger();
        private final AtomicInteger active = new AtomicInteger();
        private final AtomicInteger parked = new AtomicInteger();
        private final AtomicInteger withheld = new AtomicInteger();
        private final AtomicInteger empty = new AtomicInteger();
        private final int batch = Math.max(1, Math.min(BATCH_MAX, limits.active() / EMPTY_SHARE));
        private final List<LaneRoll<T, R>> rolls;
        private final Runnable onPark = this::parkedOne;
        private final Runnable onDone = this::drain;
        private @Nullable Subscription upstream;
        private volatile boolean exhausted;
        private volatile boolean cancelled;
        private volatile @Nullable Throwable failure;
        private int nextStation;

        Flight(CoreSubscriber<? super R> downstream) {
            this.downstream = downstream;
            this.rolls = stations.stream()
                    .map(station -> new LaneRoll<T, R>(station.lane()))
                    .toList();
        }

        @Override
        public void onSubscribe(Subscription subscription) {
            upstream = subscription;
            downstream.onSubscribe(this);
            subscription.request(limits.active());
        }

        @Override
        public void onNext(T item) {
            active.incrementAndGet();
            int index = nextStation;
            nextStation = index + 1 == stations.size() ? 0 : index + 1;
            Station<T, R> station = stations.get(index);
            ZonePlace<T, R> place = new ZonePlace<>(item, onPark, result -> done(result, index));
            station.lane().execute(() -> place.begin(station.work(), rolls.get(index)));
        }

        @Override
        public void onComplete() {
            exhausted = true;
            drain();
        }

        @Override
        public void onError(Throwable thrown) {
            failure = thrown;
            exhausted = true;
            drain();
        }

        @Override
        public void request(long count) {
            Operators.validate(count);
            wanted.accumulateAndGet(count, Operators::addCap);
            drain();
        }

        @Override
        public void cancel() {
            cancelled = true;
            cancelUpstream();
            for (int i = 0; i < rolls.size(); i++) {
                stations.get(i).lane().execute(rolls.get(i)::dismiss);
            }
        }

        private void cancelUpstream() {
            Subscription subscription = upstream;
            if (subscription != null) {
                subscription.cancel();
            }
        }

        /** Asks for more as soon as there is room for a batch; something is in flight until then. */
        private void requestOne() {
            Subscription subscription = upstream;
            if (empty.incrementAndGet() < batch || subscription == null || exhausted || cancelled) {
                return;
            }
            int room = empty.getAndSet(0);
            if (room > 0) {
                subscription.request(room);
            }
        }

        void takeNoMore() {
            exhausted = true;
            cancelUpstream();
            drain();
        }

        void abandon(Function<T, R> result) {
            exhausted = true;
            cancelUpstream();
            for (int i = 0; i < rolls.size(); i++) {
                LaneRoll<T, R> roll = rolls.get(i);
                stations.get(i).lane().execute(() -> roll.abandon(result));
            }
            drain();
        }

        private void parkedOne() {
            parked.incrementAndGet();
            active.decrementAndGet();
            if (parked.get() > limits.parked()) {
                withheld.incrementAndGet();
            } else {
                requestOne();
            }
        }

        private void done(Finished<R> result, int index) {
            finished.add(result);
            rolls.get(index).tellSoon(onDone);
        }

        private void drain() {
            if (draining.getAndIncrement() != 0) {
                return;
            }
            int missed = 1;
            do {
                passOn();
                missed = draining.addAndGet(-missed);
            } while (missed != 0);
        }

        private void passOn() {
            long passed = 0;
            long allowed = wanted.get();
            while (!cancelled) {
                boolean last = exhausted && active.get() + parked.get() == 0;
                Finished<R> next = passed == allowed ? null : finished.poll();
                if (next == null) {
                    if (last && finished.isEmpty()) {
                        end();
                    }
                    break;
                }
                passed++;
                pass(next);
            }
            if (passed > 0 && allowed != Long.MAX_VALUE) {
                wanted.addAndGet(-passed);
            }
        }

        /** Only now does a failure show: what was measured before it has been passed on. */
        private void end() {
            cancelled = true;
            Throwable thrown = failure;
            if (thrown == null) {
                downstream.onComplete();
            } else {
                downstream.onError(thrown);
            }
        }

        private void pass(Finished<R> next) {
            R result = next.result();
            if (result == null) {
                failure = next.failure();
                exhausted = true;
                cancelUpstream();
            } else {
                downstream.onNext(result);
            }
            leave(next.wasParked());
        }

        private void leave(boolean wasParked) {
            if (!wasParked) {
                active.decrementAndGet();
                requestOne();
                return;
            }
            parked.decrementAndGet();
            if (withheld.get() > 0) {
                withheld.decrementAndGet();
                requestOne();
            }
        }
    }

    /** What came of one item, on its way downstream: a result, or the failure of the work. */
    record Finished<R>(@Nullable R result, @Nullable Throwable failure, boolean wasParked) {}
}
