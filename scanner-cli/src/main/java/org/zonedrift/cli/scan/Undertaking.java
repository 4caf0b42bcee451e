package org.zonedrift.cli.scan;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.zonedrift.Scanner;
import org.zonedrift.cli.console.ExitCode;
import org.zonedrift.cli.console.Interruption;
import org.zonedrift.cli.console.Streams;
import org.zonedrift.cli.watch.Extent;
import org.zonedrift.cli.watch.Progress;
import org.zonedrift.cli.watch.Tally;
import org.zonedrift.cli.watch.Words;
import org.zonedrift.input.Target;
import org.zonedrift.input.Targets;
import org.zonedrift.output.RecordSink.Written;
import org.zonedrift.verdict.Verdict;
import reactor.core.publisher.Flux;

/** A scan of files as a whole: the manifest before and after, checkpoints meanwhile, and how it ended. */
public final class Undertaking {

    /**
     * How it is to be done.
     *
     * @param checkpoint how often what was found is made to survive
     * @param failOn verdicts that must not occur
     * @param total tells how many targets there are
     * @param beforeAll what is done before the first target is looked at, if there is one
     * @param meanwhile what else is to be done at every checkpoint
     */
    public record Order(
            Progress.Kind progress,
            Duration checkpoint,
            Set<Verdict> failOn,
            Extent.Source total,
            Runnable beforeAll,
            Runnable meanwhile) {}

    private final Streams streams;
    private final Interruption interruption;
    private final Ledger ledger;
    private final Chronicle chronicle;

    public Undertaking(Streams streams, Interruption interruption, Ledger ledger, Chronicle chronicle) {
        this.streams = streams;
        this.interruption = interruption;
        this.ledger = ledger;
        this.chronicle = chronicle;
    }

    /** Scans the targets to their end, and answers the exit code. */
    public int carryOut(Scanner scanner, Targets chosen, Order order) {
        chronicle.tell();
        ScanRun run = new ScanRun(scanner, streams, ledger.tally());
        if (ledger.outlivesUs()) {
            run.windDownOn(interruption);
        } else {
            run.stopOn(interruption);
        }
        try {
            scanToTheEnd(
                    run, Checkpoints.every(order.checkpoint, () -> checkpoint(order), scanner::stop), chosen, order);
        } catch (RuntimeException e) {
            tellThatItFailed(e);
            throw e;
        }
        int code = ending(run, order);
        chronicle.end(code, interruption.isRequested() ? Chronicle.INTERRUPTED : Chronicle.FINISHED);
        run.summarise();
        streams.err().println(closing());
        return code;
    }

    private void scanToTheEnd(ScanRun run, Checkpoints checkpoints, Targets chosen, Order order) {
        try (checkpoints) {
            AtomicBoolean begun = new AtomicBoolean();
            Flux<Target> targets = ledger.left(chosen).flux().doOnNext(target -> {
                if (!begun.getAndSet(true)) {
                    order.beforeAll.run();
                }
            });
            run.run(targets, ledger, order.total, order.progress);
        }
        rethrow(checkpoints.failure());
        ledger.checkpoint();
    }

    private void checkpoint(Order order) {
        order.meanwhile.run();
        ledger.checkpoint();
        chronicle.tell();
    }

    private static void rethrow(Optional<RuntimeException> failure) {
        if (failure.isPresent()) {
            throw failure.get();
        }
    }

    /** Where there is no room for results there may be none for this either. */
    private void tellThatItFailed(RuntimeException why) {
        try {
            chronicle.end(ExitCode.CANNOT, String.valueOf(why.getMessage()));
        } catch (RuntimeException e) {
            why.addSuppressed(e);
        }
    }

    private String closing() {
        Tally tally = ledger.tally();
        long mismatches = tally.of(Verdict.MISMATCH) + tally.of(Verdict.MISMATCH_SOURCES);
        long records = ledger.written().stream().mapToLong(Written::records).sum();
        return Words.counted(tally.reports(), "zone") + ", " + Words.counted(mismatches, "mismatch") + " ("
                + Words.counted(records, "record") + " written)";
    }

    private int ending(ScanRun run, Order order) {
        if (run.hitBug()) {
            return ExitCode.BUG;
        }
        if (interruption.isRequested()) {
            return ExitCode.INTERRUPTED;
        }
        return order.failOn.stream().anyMatch(verdict -> ledger.tally().of(verdict) > 0) ? ExitCode.FOUND : ExitCode.OK;
    }
}
