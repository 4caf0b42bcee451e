package org.zonedrift.cli.scan;

import java.util.function.Consumer;
import org.zonedrift.InFlightCounts;
import org.zonedrift.Scanner;
import org.zonedrift.Waiting;
import org.zonedrift.cli.console.Interruption;
import org.zonedrift.cli.console.Streams;
import org.zonedrift.cli.watch.Extent;
import org.zonedrift.cli.watch.Glimpse;
import org.zonedrift.cli.watch.Glimpse.Portion;
import org.zonedrift.cli.watch.Glimpse.Slowest;
import org.zonedrift.cli.watch.Progress;
import org.zonedrift.cli.watch.Summary;
import org.zonedrift.cli.watch.Tally;
import org.zonedrift.input.Target;
import org.zonedrift.telemetry.Count;
import org.zonedrift.telemetry.Counts;
import org.zonedrift.telemetry.Telemetry;
import org.zonedrift.verdict.Reason;
import org.zonedrift.verdict.ZoneReport;
import reactor.core.publisher.Flux;

/** One scan, from its first target to its last report. */
public final class ScanRun {

    private final Scanner scanner;
    private final Streams streams;
    private final Drive drive;
    private final Tally tally;
    private final long startedAt = System.nanoTime();
    private final long doneBefore;
    private long endedAt = -1;

    public ScanRun(Scanner scanner, Streams streams) {
        this(scanner, streams, new Tally(), Drive.threads());
    }

    /** A scan that goes on with what was counted before. */
    public ScanRun(Scanner scanner, Streams streams, Tally tally) {
        this(scanner, streams, tally, Drive.threads());
        tally.follow(scanner.traffic());
    }

    public ScanRun(Scanner scanner, Streams streams, Drive drive) {
        this(scanner, streams, new Tally(), drive);
    }

    private ScanRun(Scanner scanner, Streams streams, Tally tally, Drive drive) {
        this.scanner = scanner;
        this.streams = streams;
        this.tally = tally;
        this.doneBefore = tally.reports();
        this.drive = drive;
    }

    /**
     * Runs the scan to its end.
     *
     * @param total how many targets there are
     * @param reader hears every report, on one thread
     */
    public void run(Flux<Target> targets, long total, Progress.Kind watched, Consumer<ZoneReport> reader) {
        Consumer<ZoneReport> counting = tally::count;
        run(new Work(targets, Waiting.NOBODY, counting.andThen(reader), taken -> Extent.counted(total)), watched);
    }

    /** Runs the scan to its end, all reports of which go into a ledger. */
    public void run(Flux<Target> targets, Ledger ledger, Extent.Source total, Progress.Kind watched) {
        run(new Work(targets, ledger.waiting(), ledger::take, total), watched);
    }

    private record Work(Flux<Target> targets, Waiting waiting, Consumer<ZoneReport> taker, Extent.Source total) {}

    private void run(Work work, Progress.Kind watched) {
        Progress progress = Progress.watch(() -> glimpse(work.total), watched, streams);
        Flux<Target> counted = work.targets.doOnNext(target -> tally.took());
        try {
            drive.drive(counted, targets -> scanner.reports(targets, work.waiting), work.taker);
        } finally {
            endedAt = System.nanoTime();
            progress.close();
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

    private Glimpse glimpse(Extent.Source total) {
        InFlightCounts inFlight = scanner.inFlight();
        Telemetry telemetry = scanner.traffic().telemetry();
        Counts all = telemetry.udp().plus(telemetry.tcp());
        return new Glimpse(
                System.nanoTime() - startedAt,
                portion(total),
                all.of(Count.SENT),
                all.of(Count.ANSWERED),
                inFlight.active(),
                inFlight.parked(),
                tally.verdicts(),
                slowest());
    }

    /** While targets are passed over that were done before, what was read of the input tells nothing. */
    private Portion portion(Extent.Source total) {
        long done = tally.reports();
        Extent extent = total.extent(done == doneBefore ? 0 : tally.targets());
        return new Portion(done, doneBefore, extent);
    }

    private Slowest slowest() {
        return scanner.traffic().backlogs(1).entrySet().stream()
                .findFirst()
                .map(entry -> new Slowest(entry.getKey().host(), entry.getValue()))
                .orElse(Slowest.NONE);
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
