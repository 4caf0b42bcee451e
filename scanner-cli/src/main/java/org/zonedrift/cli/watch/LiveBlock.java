package org.zonedrift.cli.watch;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Some lines of a terminal, redrawn in place, gone when the scan is over. */
final class LiveBlock implements Display {

    /** Every terminal has as many; a longer line would be broken, and the block not find its beginning again. */
    private static final int COLUMNS = 79;

    private static final String CONTROL = "\u001b[";
    private static final String UP = "A";
    private static final String ERASE_REST_OF_LINE = CONTROL + "K";
    private static final String ERASE_BELOW = CONTROL + "J";

    private final PrintStream err;
    private final ProgressBar bar;
    private List<String> details = List.of();
    private Glimpse last = Glimpse.BEFORE;
    private int drawn;

    LiveBlock(PrintStream err) {
        this.err = err;
        this.bar = new ProgressBarBuilder()
                .setTaskName("Scanning")
                .setStyle(ProgressBarStyle.ASCII)
                .setInitialMax(-1)
                .setUnit(" zones", 1)
                .hideEta()
                .setUpdateIntervalMillis(Progress.LIVE_MILLIS)
                .setConsumer(new DelegatingProgressBarConsumer(this::draw, COLUMNS))
                .build();
    }

    @Override
    public void show(Glimpse now) {
        StateText state = new StateText(now, last);
        List<String> lines = new ArrayList<>(List.of(state.speed()));
        lines.addAll(wrapped(state.verdicts()));
        lines.add(state.outlook());
        lines.removeIf(String::isEmpty);
        synchronized (this) {
            details = lines;
        }
        bar.maxHint(now.total());
        bar.stepTo(now.done());
        last = now;
    }

    private static List<String> wrapped(List<String> words) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : words) {
            if (!line.isEmpty() && line.length() + 2 + word.length() > COLUMNS) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : "  ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    private synchronized void draw(String progress) {
        StringBuilder text = new StringBuilder(toTheTop());
        text.append(cut(progress)).append(ERASE_REST_OF_LINE).append('\n');
        for (String line : details) {
            text.append(cut(line)).append(ERASE_REST_OF_LINE).append('\n');
        }
        drawn = 1 + details.size();
        err.print(text.append(ERASE_BELOW));
        err.flush();
    }

    private static String cut(String line) {
        return line.length() <= COLUMNS ? line : line.substring(0, COLUMNS);
    }

    private String toTheTop() {
        return drawn == 0 ? "" : CONTROL + drawn + UP + "\r";
    }

    @Override
    public void close() {
        bar.close();
        erase();
    }

    private synchronized void erase() {
        err.print(toTheTop() + ERASE_BELOW);
        err.flush();
        drawn = 0;
    }
}
