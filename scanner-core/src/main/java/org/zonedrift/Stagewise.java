package org.zonedrift;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.Fuseable.ScalarCallable;
import reactor.core.publisher.Mono;

/**
 * Stages one after the other, as {@code flatMap} would chain them; but one that has nothing to wait for,
 * as most have with most zones, costs a call instead of an operator with its subscriptions.
 */
record Stagewise<S, R>(List<Function<S, Mono<S>>> stages, Function<S, Mono<R>> last) {

    /** What the last stage makes of it, after all others. */
    Mono<R> from(Mono<S> first) {
        return goOn(first, 0);
    }

    private Mono<R> goOn(Mono<S> before, int stage) {
        Mono<S> current = before;
        for (int next = stage; next < stages.size(); next++) {
            S ready = atHand(current);
            if (ready == null) {
                int waiting = next;
                return current.flatMap(seen -> goOn(stages.get(waiting).apply(seen), waiting + 1));
            }
            current = stages.get(next).apply(ready);
        }
        S ready = atHand(current);
        return ready == null ? current.flatMap(last) : last.apply(ready);
    }

    /** What a plain step makes of it: at once, where there is nothing to wait for. */
    static <A, B> Mono<B> map(Mono<A> before, Function<A, B> step) {
        A ready = atHand(before);
        return ready == null ? before.map(step) : Mono.just(step.apply(ready));
    }

    /** The value that is there already; null where somebody must wait for it. */
    private static <A> @Nullable A atHand(Mono<A> mono) {
        return mono instanceof ScalarCallable<?> ? mono.block() : null;
    }
}
