package org.zonedrift;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.Exceptions;
import reactor.core.publisher.Mono;

/** Asks all of some at once and gives what their answers make together; those are in the order they came. */
final class Gathering<A, R, S> extends Mono<S> {

    private final List<A> asked;
    private final BiConsumer<A, Consumer<R>> ask;
    private final Function<List<R>, S> made;

    private Gathering(List<A> asked, BiConsumer<A, Consumer<R>> ask, Function<List<R>, S> made) {
        this.asked = asked;
        this.ask = ask;
        this.made = made;
    }

    /** The answers of all; {@code ask} calls back exactly once for each, on one lane. */
    static <A, R> Mono<List<R>> ofAll(List<A> asked, BiConsumer<A, Consumer<R>> ask) {
        return asked.isEmpty() ? Mono.just(List.of()) : new Gathering<>(asked, ask, answers -> answers);
    }

    /** The same round, which ends with what this step makes of it. */
    <T> Mono<T> endingWith(Function<S, T> step) {
        return new Gathering<>(asked, ask, answers -> step.apply(made.apply(answers)));
    }

    @Override
    public void subscribe(CoreSubscriber<? super S> actual) {
        actual.onSubscribe(new Round(actual));
    }

    /** All are asked once, and each is heard. */
    private final class Round implements Subscription, Consumer<R> {

        private final CoreSubscriber<? super S> actual;
        private final List<R> answers = new ArrayList<>(asked.size());
        private boolean begun;
        private boolean ended;

        Round(CoreSubscriber<? super S> actual) {
            this.actual = actual;
        }

        @Override
        public void request(long count) {
            if (begun || ended) {
                return;
            }
            begun = true;
            try {
                for (A one : asked) {
                    ask.accept(one, this);
                }
            } catch (Throwable bug) {
                fail(bug);
            }
        }

        private void fail(Throwable bug) {
            Exceptions.throwIfFatal(bug);
            if (!ended) {
                ended = true;
                actual.onError(bug);
            }
        }

        @Override
        public void accept(R answer) {
            answers.add(answer);
            if (answers.size() == asked.size() && !ended) {
                end();
            }
        }

        private void end() {
            S result;
            try {
                result = made.apply(answers);
            } catch (Throwable bug) {
                fail(bug);
                return;
            }
            ended = true;
            actual.onNext(result);
            actual.onComplete();
        }

        @Override
        public void cancel() {
            ended = true;
        }
    }
}
