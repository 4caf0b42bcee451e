package org.zonedrift;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;

class GatheringTest {

    private final List<Consumer<Integer>> asked = new ArrayList<>();
    private final List<String> heard = new ArrayList<>();

    @Test
    void allAreAskedAtOnceAndTheirAnswersComeTogether() {
        begin(round(), List::toString);
        asked.get(1).accept(7);
        assertThat(heard).isEmpty();
        asked.get(0).accept(8);

        assertThat(heard).containsExactly("[7, 8]");
    }

    @Test
    void nobodyIsAskedBeforeSomebodyListens() {
        Stagewise.map(round(), List::size);

        assertThat(asked).isEmpty();
    }

    @Test
    void whereThereIsNobodyToAskNothingIsWaitedFor() {
        Mono<List<Integer>> none = Gathering.ofAll(List.<String>of(), (name, done) -> asked.add(done));

        assertThat(Stagewise.<Integer>atHand(Stagewise.map(none, List::size))).isZero();
    }

    @Test
    void whatIsMadeOfTheAnswersMayFail() {
        begin(round(), answers -> {
            throw new IllegalStateException("a bug");
        });
        asked.get(0).accept(7);
        asked.get(1).accept(8);

        assertThat(heard).containsExactly("a bug");
    }

    @Test
    void whoeverIsDismissedHearsNothing() {
        Disposable work = begin(round(), List::toString);
        asked.get(0).accept(7);
        work.dispose();
        asked.get(1).accept(8);

        assertThat(heard).isEmpty();
    }

    private Mono<List<Integer>> round() {
        return Gathering.ofAll(List.of("a", "b"), (name, done) -> asked.add(done));
    }

    private Disposable begin(Mono<List<Integer>> round, Function<List<Integer>, String> step) {
        return Stagewise.map(round, step).subscribe(heard::add, bug -> heard.add(bug.getMessage()));
    }
}
