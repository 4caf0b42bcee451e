package org.zonedrift;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.Exceptions;
import reactor.core.publisher.Mono;

/** Asks all of some at once and gives their answers together, in the order they came. */
final class Gathering<A, R> extends Mono<List<R>> {

    private final List<A> asked;
    private final BiConsumer<A, Consumer<R>> ask;

    private Gathering(List<A> asked, BiConsumer<A, Consumer<R>> ask) {
        this.asked = asked;
        this.ask = ask;
    }

    /** The answers of all; {@code ask} calls back exactly once for each, on one lane. */
    static <A, R> Mono<List<R>> ofAll(List<A> asked, BiConsumer<A, Consumer<R>> ask) {
        return asked.isEmpty() ? Mono.just(List.of()) : new Gathering<>(asked, ask);
    }

    @Override
    public void subscribe(CoreSubscriber<? super List<R>> actual) {
        actual.onSubscribe(new Round(actual));
    }

    /** All are asked once, and each is heard. */
    private final class Round implements Subscription, Consumer<R> {

        private final CoreSubscriber<? super List<R>> actual;
        private final List<R> answers = new ArrayList<>(asked.size());
        private boolean begun;
        private boolean ended;

        Round(CoreSubscriber<? super List<R>> actual) {
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
                Exceptions.throwIfFatal(bug);
                fail(bug);
            }
        }

        private void fail(Throwable bug) {
            if (!ended) {
                ended = true;
                actual.onError(bug);
            }
        }

        @Override
        public void accept(R answer) {
            answers.add(answer);
            if (answers.size() == asked.size() && !ended) {
                ended = true;
                actual.onNext(answers);
                actual.onComplete();
            }
        }

        @Override
        public void cancel() {
            ended = true;
        }
    }
}
