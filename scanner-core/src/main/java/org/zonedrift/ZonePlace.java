package org.zonedrift;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import org.zonedrift.ZonesInFlight.Finished;
import reactor.core.CoreSubscriber;

/** The place of one item among those in flight, where its result is waited for. Confined to the item's lane. */
final class ZonePlace<T, R> implements ZonesInFlight.Place, CoreSubscriber<R> {

    private final T item;
    private final Runnable onPark;
    private final Consumer<Finished<R>> onDone;
    private @Nullable LaneRoll<T, R> roll;
    private @Nullable Subscription work;

    /** Those who stand before and behind it in the roll. */
    private @Nullable ZonePlace<T, R> previous;

    private @Nullable ZonePlace<T, R> next;
    private boolean parked;
    private boolean ended;

    ZonePlace(T item, Runnable onPark, Consumer<Finished<R>> onDone) {
        this.item = item;
        this.onPark = onPark;
        this.onDone = onDone;
    }

    T item() {
        return item;
    }

    void begin(ZonesInFlight.Work<T, R> begun, LaneRoll<T, R> laneRoll) {
        roll = laneRoll;
        if (laneRoll.enter(this)) {
            begun.begin(item, this).subscribe(this);
        }
    }

    @Override
    public void onSubscribe(Subscription subscription) {
        work = subscription;
        subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(R result) {
        end(new Finished<>(result, null, parked));
    }

    @Override
    public void onError(Throwable thrown) {
        end(new Finished<>(null, thrown, parked));
    }

    @Override
    public void onComplete() {
        // There was a result before.
    }

    @Override
    public void park() {
        if (!parked && !ended) {
            parked = true;
            onPark.run();
        }
    }

    @Nullable
    ZonePlace<T, R> previous() {
        return previous;
    }

    @Nullable
    ZonePlace<T, R> next() {
        return next;
    }

    /** Stands behind this one from now on, which was the last. */
    void follow(ZonePlace<T, R> last) {
        previous = last;
        last.next = this;
    }

    /** Those before and behind it close the gap. */
    void letGo() {
        if (previous != null) {
            previous.next = next;
        }
        if (next != null) {
            next.previous = previous;
        }
        previous = null;
        next = null;
    }

    /** Stops the work without a result. */
    void dismiss() {
        ended = true;
        if (work != null) {
            work.cancel();
        }
    }

    /** Ends the item with this result, whatever its work is still waiting for. */
    void abandon(R result) {
        if (work != null) {
            work.cancel();
        }
        onNext(result);
    }

    private void end(Finished<R> how) {
        if (ended) {
            return;
        }
        ended = true;
        if (roll != null) {
            roll.leave(this);
        }
        onDone.accept(how);
    }
}
