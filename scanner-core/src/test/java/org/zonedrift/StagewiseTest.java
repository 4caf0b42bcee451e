package org.zonedrift;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;

class StagewiseTest {

    private final List<String> heard = new ArrayList<>();
    private final List<MonoSink<String>> waiting = new ArrayList<>();

    @Test
    void stagesThatHaveNothingToWaitForAreOverAtOnce() {
        Mono<Integer> length = way(List.of(atOnce("b"), atOnce("c"))).from(Mono.just("a"));

        assertThat(length.block()).isEqualTo(3);
        assertThat(heard).containsExactly("a", "ab", "abc");
    }

    @Test
    void aStageBeginsWhenTheOneBeforeItHasEnded() {
        way(List.of(atOnce("b"), later(), atOnce("c"), later()))
                .from(Mono.just("a"))
                .subscribe(n -> heard.add("end " + n));
        assertThat(heard).containsExactly("a", "ab");

        waiting.get(0).success("abx");
        assertThat(heard).containsExactly("a", "ab", "abx", "abxc");
        waiting.get(1).success("abxcy");

        assertThat(heard).endsWith("abxcy", "end 5");
    }

    @Test
    void theFirstMayHaveToBeWaitedForToo() {
        way(List.of(atOnce("b"))).from(Mono.create(waiting::add)).subscribe(n -> heard.add("end " + n));
        assertThat(heard).isEmpty();
        waiting.get(0).success("a");

        assertThat(heard).containsExactly("a", "ab", "end 2");
    }

    @Test
    void noStageFollowsOneThatFailedWhileItWasWaitedFor() {
        way(List.of(later(), atOnce("b"))).from(Mono.just("a")).subscribe(n -> {}, bug -> heard.add(bug.getMessage()));
        waiting.get(0).error(new IllegalStateException("a bug"));

        assertThat(heard).containsExactly("a", "a bug");
    }

    private Stagewise<String, Integer> way(List<Function<String, Mono<String>>> stages) {
        return new Stagewise<>(stages, seen -> Mono.just(noted(seen).length()));
    }

    private Function<String, Mono<String>> atOnce(String more) {
        return seen -> Mono.just(noted(seen) + more);
    }

    private Function<String, Mono<String>> later() {
        return seen -> {
            noted(seen);
            return Mono.create(waiting::add);
        };
    }

    private String noted(String seen) {
        heard.add(seen);
        return seen;
    }
}
