package org.zonedrift;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.CoreSubscriber;
import reactor.core.Fuseable.ScalarCallable;
import reactor.core.publisher.Mono;

/**
 * Stages one after the other, as {@code flatMap} would chain them; but one object takes a visit along
 * its whole way, and a stage that has nothing to wait for, as most have with most zones, is a plain call.
 *
 * @param last makes the result of what was seen
 * @param afterBug makes it of what a stage threw
 */
record Stagewise<V, S, R>(
        Function<V, Mono<S>> first,
        List<BiFunction<V, S, Mono<S>>> others,
        BiFunction<V, S, Mono<R>> last,
        BiFunction<V, Throwable, R> afterBug) {

    /** The result of one visit, whose way begins when somebody asks for it. */
    Mono<R> of(V visit) {
        return new Mono<>() {
            @Override
            public void subscribe(CoreSubscriber<? super R> actual) {
                actual.onSubscribe(new StagewiseVisit<>(Stagewise.this, visit, actual));
            }
        };
    }

    /** What a plain step makes of it: at once, where there is nothing to wait for, else in one go with it. */
    static <A, B> Mono<B> map(Mono<A> before, Function<A, B> step) {
        if (before instanceof Gathering<?, ?, A> round) {
            return round.endingWith(step);
        }
        A ready = atHand(before);
        return ready == null ? before.map(step) : Mono.just(step.apply(ready));
    }

    /** The value that is there already; null where somebody must wait for it. */
    static <A> @Nullable A atHand(Mono<A> mono) {
        return mono instanceof ScalarCallable<?> ? mono.block() : null;
    }
}
