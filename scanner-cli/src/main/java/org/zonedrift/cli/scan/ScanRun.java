package org.zonedrift.cli.scan;

import java.util.function.Consumer;
import org.zonedrift.InFlightCounts;
import org.zonedrift.Scanner;
import org.zonedrift.Waiting;
import org.zonedrift.cli.console.Interruption;
import org.zonedrift.cli.console.Streams;
import org.zonedrift.cli.watch.Glimpse;
import org.zonedrift.cli.watch.Progress;
import org.zonedrift.cli.watch.Summary;
import org.zonedrift.cli.watch.Tally;
import org.zonedrift.input.Target;
import org.zonedrift.verdict.Reason;
import org.zonedrift.verdict.Verdict;
import org.zonedrift.verdict.ZoneReport;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * One scan, from its first target to its last report. Files are read and written on threads of
 * their own, so that no lane ever waits for a disk.
 */
public final class ScanRun {

    /** Reports that may wait for the writer; the scanner pauses beyond them. */
    private static final int REPORTS_WAITING = 1_024;

    private final Scanner scanner;
    private final Streams streams;
    private final Tally tally;
    private final long startedAt = System.nanoTime();
    private long endedAt = -1;

    public ScanRun(Scanner scanner, Streams streams) {
        this(scanner, streams, new Tally());
    }

    /** A scan that goes on with what was counted before. */
    public ScanRun(Scanner scanner, Streams streams, Tally tally) {
        this.scanner = scanner;
        this.streams = streams;
        this.tally = tally;
    }

    /**
     * Runs the scan to its end.
     *
     * @param total how many targets there are, or -1
     * @param reader hears every report, on one thread
     */
    public void run(Flux<Target> targets, long total, Progress.Kind watched, Consumer<ZoneReport> reader) {
        Consumer<ZoneReport> counting = tally::count;
        run(new Work(targets, Waiting.NOBODY, counting.andThen(reader), total), watched);
    }

    /** Runs the scan to its end, all reports of which go into a ledger. */
    public void run(Flux<Target> targets, Ledger ledger, Progress.Kind watched) {
        run(new Work(targets, ledger.waiting(), ledger::take, -1), watched);
    }

    private record Work(Flux<Target> targets, Waiting waiting, Consumer<ZoneReport> taker, long total) {}

    private void run(Work work, Progress.Kind watched) {
        Scheduler input = Schedulers.newSingle("input", true);
        Scheduler output = Schedulers.newSingle("output", true);
        Progress progress = Progress.watch(() -> glimpse(work.total), watched, streams);
        Flux<Target> taken = work.targets.doOnNext(target -> tally.took()).subscribeOn(input);
        try {
            scanner.reports(taken, work.waiting)
                    .publishOn(output, REPORTS_WAITING)
                    .doOnNext(work.taker)
                    .blockLast();
        } finally {
            endedAt = System.nanoTime();
            progress.close();
            input.dispose();
            output.dispose();
        }
    }

    /** Ends the scan when the user asks for it, after what is in flight: the rest can be done later. */
    public void windDownOn(Interruption interruption) {
        interruption.react(new WindingDown(scanner));
    }

    /** Ends the scan early when the user asks for it. */
    public void stopOn(Interruption interruption) {
        interruption.react(scanner::stop);
    }

    private Glimpse glimpse(long total) {
        InFlightCounts inFlight = scanner.inFlight();
        return new Glimpse(
                System.nanoTime() - startedAt,
                tally.reports(),
                total,
                tally.queriesSent(),
                inFlight.active(),
                inFlight.parked(),
                tally.of(Verdict.MISMATCH));
    }

    public Tally tally() {
        return tally;
    }

    /** Whether a bug of ours spoilt a report. */
    public boolean hitBug() {
        return tally.of(Reason.INTERNAL) > 0;
    }

    /** Tells people on stderr what came of it. */
    public void summarise() {
        new Summary(tally, scanner.traffic(), endedAt - startedAt, streams.errStyle())
                .lines()
                .forEach(streams.err()::println);
    }
}
