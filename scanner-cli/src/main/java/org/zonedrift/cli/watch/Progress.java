package org.zonedrift.cli.watch;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.zonedrift.cli.console.Streams;

/** The watcher of a scan: looks at it from time to time and shows on stderr where it stands. */
public final class Progress implements AutoCloseable {

    /** Often enough to look alive, seldom enough to cost nothing. */
    static final int LIVE_MILLIS = 250;

    /** A week's log stays readable. */
    private static final int PLAIN_MILLIS = 10_000;

    private final Display display;
    private final ScheduledExecutorService clockwork;

    /** How to show it. */
    public enum Kind {
        /** A block that is redrawn on a terminal, plain lines elsewhere. */
        AUTO,
        BAR,
        PLAIN,
        NONE
    }

    private Progress(Display display, ScheduledExecutorService clockwork) {
        this.display = display;
        this.clockwork = clockwork;
    }

    /** Begins to watch. */
    public static Progress watch(Supplier<Glimpse> scan, Kind kind, Streams streams) {
        Kind settled = kind == Kind.AUTO ? (canRedraw(streams) ? Kind.BAR : Kind.PLAIN) : kind;
        ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor(Progress::daemon);
        Display display = switch (settled) {
            case BAR -> new LiveBlock(streams.err());
            case PLAIN -> new PlainLines(streams.err());
            case AUTO, NONE -> new Nothing();
        };
        int period = settled == Kind.BAR ? LIVE_MILLIS : PLAIN_MILLIS;
        clockwork.scheduleAtFixedRate(() -> display.show(scan.get()), period, period, TimeUnit.MILLISECONDS);
        return new Progress(display, clockwork);
    }

    /** A terminal that knows no control sequences is treated as a log. */
    private static boolean canRedraw(Streams streams) {
        return streams.errStyle().isTerminal() && !"dumb".equals(System.getenv("TERM"));
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "progress");
        thread.setDaemon(true);
        return thread;
    }

    /** Ends the watch, and waits for the last line of it. */
    @Override
    public void close() {
        clockwork.shutdownNow();
        try {
            clockwork.awaitTermination(1, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        display.close();
    }

    private record Nothing() implements Display {
        @Override
        public void show(Glimpse now) {}

        @Override
        public void close() {}
    }
}
