package org.zonedrift;

import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.Exceptions;
import reactor.core.publisher.Mono;

/** One visit on its way through all stages, which itself waits for what they must wait for. */
final class StagewiseVisit<V, S, R> implements CoreSubscriber<S>, Subscription {

    private final Stagewise<V, S, R> stages;
    private final V visit;
    private final CoreSubscriber<? super R> actual;
    private int next;
    private @Nullable S seen;
    private @Nullable Subscription awaited;
    private boolean begun;
    private boolean ended;

    StagewiseVisit(Stagewise<V, S, R> stages, V visit, CoreSubscriber<? super R> actual) {
        this.stages = stages;
        this.visit = visit;
        this.actual = actual;
    }

    @Override
    public void request(long count) {
        if (begun || ended) {
            return;
        }
        begun = true;
        try {
            await(stages.first().apply(visit));
        } catch (Throwable bug) {
            fail(bug);
        }
    }

    @Override
    public void cancel() {
        ended = true;
        Subscription subscription = awaited;
        if (subscription != null) {
            subscription.cancel();
        }
    }

    @Override
    public void onSubscribe(Subscription subscription) {
        awaited = subscription;
        if (ended) {
            subscription.cancel();
        } else {
            subscription.request(Long.MAX_VALUE);
        }
    }

    @Override
    public void onNext(S value) {
        seen = value;
    }

    /** Only now, as what was waited for has no more to say that could be taken for the next one's. */
    @Override
    public void onComplete() {
        S value = seen;
        if (ended) {
            return;
        }
        if (value == null) {
            fail(new IllegalStateException("a stage ended without having seen anything"));
            return;
        }
        try {
            goOn(value);
        } catch (Throwable bug) {
            fail(bug);
        }
    }

    @Override
    public void onError(Throwable bug) {
        fail(bug);
    }

    private void await(Mono<S> stage) {
        S ready = Stagewise.atHand(stage);
        if (ready == null) {
            seen = null;
            stage.subscribe(this);
        } else {
            goOn(ready);
        }
    }

    /** From stage to stage, until one of them must be waited for. */
    private void goOn(S from) {
        S value = from;
        while (next < stages.others().size()) {
            Mono<S> stage = stages.others().get(next++).apply(visit, value);
            S ready = Stagewise.atHand(stage);
            if (ready == null) {
                seen = null;
                stage.subscribe(this);
                return;
            }
            value = ready;
        }
        Mono<R> result = stages.last().apply(visit, value);
        R ready = Stagewise.atHand(result);
        if (ready == null) {
            result.subscribe(new Outcome());
        } else {
            end(ready);
        }
    }

    private void end(R result) {
        if (!ended) {
            ended = true;
            actual.onNext(result);
            actual.onComplete();
        }
    }

    private void fail(Throwable bug) {
        Exceptions.throwIfFatal(bug);
        if (!ended) {
            end(stages.afterBug().apply(visit, bug));
        }
    }

    /** Waits for the result itself. */
    private final class Outcome implements CoreSubscriber<R> {

        @Override
        public void onSubscribe(Subscription subscription) {
            StagewiseVisit.this.onSubscribe(subscription);
        }

        @Override
        public void onNext(R result) {
            end(result);
        }

        @Override
        public void onError(Throwable bug) {
            fail(bug);
        }

        @Override
        public void onComplete() {
            if (!ended) {
                fail(new IllegalStateException("the last stage ended without a result"));
            }
        }
    }
}
