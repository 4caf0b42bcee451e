package org.zonedrift.cli.watch;

import java.io.PrintStream;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** One line of a terminal, redrawn in place, gone when the scan is over. */
final class LiveLine implements Display {

    private final ProgressBar bar;
    private Glimpse last = Glimpse.BEFORE;

    LiveLine(PrintStream err) {
        bar = new ProgressBarBuilder()
                .setTaskName("Scanning")
                .setStyle(ProgressBarStyle.ASCII)
                .setInitialMax(-1)
                .setUnit(" zones", 1)
                .setUpdateIntervalMillis(Progress.LIVE_MILLIS)
                .setConsumer(new ConsoleProgressBarConsumer(err))
                .clearDisplayOnFinish()
                .build();
    }

    @Override
    public void show(Glimpse now) {
        bar.maxHint(now.total());
        bar.stepTo(now.done());
        bar.setExtraMessage(Words.state(now, last));
        last = now;
    }

    @Override
    public void close() {
        bar.close();
    }
}
