package org.zonedrift;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;

/** Asks all of some at once and gives their answers together, in the order they came. */
final class Gathering<R> {

    private final List<R> answers;
    private final MonoSink<List<R>> sink;
    private final int expected;

    private Gathering(int expected, MonoSink<List<R>> sink) {
        this.answers = new ArrayList<>(expected);
        this.sink = sink;
        this.expected = expected;
    }

    /** The answers of all; {@code ask} calls back exactly once for each, on one lane. */
    static <A, R> Mono<List<R>> ofAll(List<A> asked, BiConsumer<A, Consumer<R>> ask) {
        if (asked.isEmpty()) {
            return Mono.just(List.of());
        }
        return Mono.create(sink -> {
            Gathering<R> gathering = new Gathering<>(asked.size(), sink);
            Consumer<R> answered = gathering::answered;
            for (A one : asked) {
                ask.accept(one, answered);
            }
        });
    }

    private void answered(R answer) {
        answers.add(answer);
        if (answers.size() == expected) {
            sink.success(answers);
        }
    }
}
