package org.zonedrift.flink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zonedrift.cli.console.Refusal;
import org.zonedrift.flink.Engines.Place;

/** One engine for all subtasks of a process, which has the share of those that are there. */
class EnginesTest {

    private static final int SUBTASKS = 4;

    @TempDir
    Path folder;

    @Test
    void subtasksShareAnEngineThatEndsWithTheLastOfThem() throws Exception {
        Seat first = Engines.join(place("job", 0), () -> Engine.start(loopback()));
        assertThat(first.engine().share()).isEqualTo(0.25);
        Seat second = Engines.join(place("job", 2), () -> {
            throw new AssertionError("a second engine");
        });
        assertThat(second.engine()).isSameAs(first.engine());
        assertThat(first.engine().share()).isEqualTo(0.5);
        assertThat(Engines.of("job", 2)).isSameAs(second);
        assertThat(Engines.of("another job", 2)).isNull();

        assertThat(first.leave(1))
                .as("what the engine asked, from one who was not the last")
                .isNull();
        assertThat(second.engine().share()).isEqualTo(0.25);
        assertThat(first.leave(1)).as("who left has left").isNull();
        assertThat(Engines.running()).isEqualTo(1);
        assertThat(second.leave(1)).isNotNull();
        assertThat(Engines.running()).isZero();
        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .noneMatch(name -> name.startsWith("lane"));
    }

    @Test
    void aSubtaskThatBeginsAnewIsNotCountedTwice() throws Exception {
        Seat before = Engines.join(place("job", 1), () -> Engine.start(loopback()));
        Seat after = Engines.join(place("job", 1), () -> Engine.start(loopback()));
        assertThat(after.engine().share()).isEqualTo(0.25);
        assertThat(before.leave(1)).isNull();
        assertThat(Engines.of("job", 1)).isSameAs(after);
        assertThat(after.leave(1)).isNotNull();
    }

    @Test
    void moreSubtasksThanALimitHasQueriesASecondAreRefused() {
        JobOptions three = options("--rate-per-server", "3");
        three.refuseMoreSubtasksThanShares(3);
        assertThatThrownBy(() -> three.refuseMoreSubtasksThanShares(4))
                .isInstanceOf(Refusal.class)
                .hasMessage("4 subtasks cannot share 3 queries a second: ask for -p 3 at most");
        JobOptions strict = options("--rate-per-server", "7", "--strict-destinations");
        strict.refuseMoreSubtasksThanShares(3);
        assertThatThrownBy(() -> strict.refuseMoreSubtasksThanShares(4)).hasMessageEndingWith("ask for -p 3 at most");
        options("--rate", "0", "--rate-per-server", "0").refuseMoreSubtasksThanShares(1_000);
    }

    private static JobOptions options(String... words) {
        return JobOptions.of(
                Stream.concat(Stream.of(words), Stream.of("-o", "d", "list.txt"))
                        .toList(),
                Path::of);
    }

    @Test
    void anOptionThatIsGivenTwiceIsRefused() {
        assertThatThrownBy(() -> Arguments.expanded(List.of("--rate", "1", "-o", "d", "--rate=2", "list.txt")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("'--rate' should be specified only once");
    }

    private static Place place(String job, int subtask) {
        return new Place(job, subtask, SUBTASKS, Ownership.NONE);
    }

    private JobOptions loopback() {
        try {
            Path hints = Files.writeString(
                    folder.resolve("root.hints"), ". 3600 IN NS a.root.test.\na.root.test. 3600 IN A 127.0.0.1\n");
            return JobOptions.of(
                    List.of("--root-hints", hints.toString(), "--allow-special", "127.0.0.0/8", "-4", "-o", "d", "x"),
                    text -> Path.of(Objects.requireNonNull(text)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
