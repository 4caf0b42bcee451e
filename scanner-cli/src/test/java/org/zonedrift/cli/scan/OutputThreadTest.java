package org.zonedrift.cli.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

class OutputThreadTest {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @Test
    void everythingIsReadInItsOrderOnOneThread() {
        try (OutputThread output = new OutputThread()) {
            List<String> read = Flux.range(0, 10_000)
                    .publishOn(output.scheduler(), 8)
                    .map(i -> Thread.currentThread().getName() + i)
                    .collectList()
                    .block(PATIENCE);
            assertThat(read)
                    .isEqualTo(IntStream.range(0, 10_000)
                            .mapToObj(i -> "output" + i)
                            .toList());
        }
    }

    @Test
    void whatComesAfterALullIsReadToo() throws InterruptedException {
        try (OutputThread output = new OutputThread()) {
            for (int i = 0; i < 20; i++) {
                CountDownLatch read = new CountDownLatch(1);
                output.scheduler().schedule(read::countDown);
                assertThat(read.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
            }
        }
    }

    @Test
    void aReaderThatFailsEndsTheFlow() {
        try (OutputThread output = new OutputThread()) {
            Flux<Integer> failing = Flux.range(0, 100)
                    .publishOn(output.scheduler(), 8)
                    .doOnNext(i -> {
                        throw new IllegalStateException("the disk is full");
                    });
            assertThatThrownBy(() -> failing.blockLast(PATIENCE)).hasMessage("the disk is full");
        }
    }
}
