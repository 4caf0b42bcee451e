package org.zonedrift.cli.scan;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import org.zonedrift.input.Target;
import org.zonedrift.verdict.ZoneReport;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** How a scan moves on while its caller waits for the last report. */
@FunctionalInterface
public interface Drive {

    /** Reports that may wait for the writer; the scanner pauses beyond them. */
    int REPORTS_WAITING = 1_024;

    /** Returns when the reader has heard every report. */
    void drive(Flux<Target> targets, Function<Flux<Target>, Flux<ZoneReport>> scanner, Consumer<ZoneReport> reader);

    /** The lanes have threads; files are read and written on others, so that no lane waits for a disk. */
    static Drive threads() {
        return (targets, scanner, reader) -> {
            Scheduler input = Schedulers.newSingle("input", true);
            try (OutputThread output = new OutputThread()) {
                scanner.apply(targets.subscribeOn(input))
                        .publishOn(output.scheduler(), REPORTS_WAITING)
                        .doOnNext(reader)
                        .blockLast();
            } finally {
                input.dispose();
            }
        };
    }

    /** Everything happens on the caller's thread, which steps a network in memory until all is done. */
    static Drive stepping(Consumer<BooleanSupplier> untilDone) {
        return (targets, scanner, reader) -> {
            AtomicBoolean ended = new AtomicBoolean();
            AtomicReference<RuntimeException> failure = new AtomicReference<>();
            scanner.apply(targets)
                    .doOnNext(reader)
                    .doOnError(RuntimeException.class, failure::set)
                    .doOnTerminate(() -> ended.set(true))
                    .subscribe(report -> {}, error -> {});
            untilDone.accept(ended::get);
            if (failure.get() != null) {
                throw failure.get();
            }
        };
    }
}
