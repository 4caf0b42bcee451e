package org.zonedrift;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;

class StagewiseTest {

    private final List<String> heard = new ArrayList<>();
    private final List<MonoSink<String>> waiting = new ArrayList<>();

    @Test
    void stagesThatHaveNothingToWaitForAreOverAtOnce() {
        Mono<Integer> length = way(List.of(atOnce("b"), atOnce("c"))).of(Mono.just("a"));
        assertThat(heard).isEmpty();

        assertThat(length.block()).isEqualTo(3);
        assertThat(heard).containsExactly("a", "ab", "abc");
    }

    @Test
    void aStageBeginsWhenTheOneBeforeItHasEnded() {
        begin(List.of(atOnce("b"), later(), atOnce("c"), later()), Mono.just("a"));
        assertThat(heard).containsExactly("a", "ab");

        waiting.get(0).success("abx");
        assertThat(heard).containsExactly("a", "ab", "abx", "abxc");
        waiting.get(1).success("abxcy");

        assertThat(heard).endsWith("abxcy", "end 5");
    }

    @Test
    void theFirstMayHaveToBeWaitedForToo() {
        begin(List.of(atOnce("b")), Mono.create(waiting::add));
        assertThat(heard).isEmpty();
        waiting.get(0).success("a");

        assertThat(heard).containsExactly("a", "ab", "end 2");
    }

    @Test
    void theResultMayHaveToBeWaitedForToo() {
        way(List.of(), seen -> Mono.<String>create(waiting::add).map(String::length))
                .of(Mono.just("a"))
                .subscribe(n -> heard.add("end " + n));
        assertThat(heard).isEmpty();
        waiting.get(0).success("abc");

        assertThat(heard).containsExactly("end 3");
    }

    @Test
    void noStageFollowsOneThatFailedWhileItWasWaitedFor() {
        begin(List.of(later(), atOnce("b")), Mono.just("a"));
        waiting.get(0).error(new IllegalStateException("a bug"));

        assertThat(heard).containsExactly("a", "a bug", "end -1");
    }

    @Test
    void noStageFollowsOneThatThrew() {
        begin(List.of(throwing(), atOnce("b")), Mono.just("a"));
        begin(List.of(later(), throwing(), atOnce("b")), Mono.just("a"));
        waiting.get(0).success("ab");

        assertThat(heard).containsExactly("a bug", "end -1", "a", "a bug", "end -1");
    }

    @Test
    void aStageThatHasSeenNothingIsABug() {
        begin(List.of(later(), atOnce("b")), Mono.just("a"));
        waiting.get(0).success();

        assertThat(heard).hasSize(3).startsWith("a").endsWith("end -1");
    }

    @Test
    void whoeverIsDismissedWaitsNoMore() {
        Disposable work = begin(List.of(later(), atOnce("b")), Mono.just("a"));
        waiting.get(0).onDispose(() -> heard.add("left"));
        work.dispose();
        waiting.get(0).success("abx");

        assertThat(heard).containsExactly("a", "left");
    }

    private Disposable begin(List<BiFunction<Mono<String>, String, Mono<String>>> stages, Mono<String> first) {
        return way(stages).of(first).subscribe(n -> heard.add("end " + n));
    }

    private Stagewise<Mono<String>, String, Integer> way(List<BiFunction<Mono<String>, String, Mono<String>>> stages) {
        return way(stages, seen -> Mono.just(noted(seen).length()));
    }

    private Stagewise<Mono<String>, String, Integer> way(
            List<BiFunction<Mono<String>, String, Mono<String>>> stages, Function<String, Mono<Integer>> last) {
        return new Stagewise<>(first -> first, stages, (first, seen) -> last.apply(seen), this::afterBug);
    }

    private Integer afterBug(Mono<String> first, Throwable bug) {
        noted(String.valueOf(bug.getMessage()));
        return -1;
    }

    private BiFunction<Mono<String>, String, Mono<String>> atOnce(String more) {
        return (first, seen) -> Mono.just(noted(seen) + more);
    }

    private BiFunction<Mono<String>, String, Mono<String>> throwing() {
        return (first, seen) -> {
            throw new IllegalStateException("a bug");
        };
    }

    private BiFunction<Mono<String>, String, Mono<String>> later() {
        return (first, seen) -> {
            noted(seen);
            return Mono.create(waiting::add);
        };
    }

    private String noted(String seen) {
        heard.add(seen);
        return seen;
    }
}
