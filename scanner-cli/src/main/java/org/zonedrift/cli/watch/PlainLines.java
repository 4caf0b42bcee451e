package org.zonedrift.cli.watch;

import java.io.PrintStream;

/** A line now and then, for logs. */
final class PlainLines implements Display {

    private final PrintStream err;
    private Glimpse last = Glimpse.BEFORE;

    PlainLines(PrintStream err) {
        this.err = err;
    }

    @Override
    public void show(Glimpse now) {
        err.println(Words.seconds(now.elapsedNanos()) + ": " + doneOf(now) + ", " + new StateText(now, last).line());
        last = now;
    }

    private static String doneOf(Glimpse now) {
        if (now.total() < 0) {
            return Words.count(now.done()) + " zones done";
        }
        long percent = now.total() == 0 ? 100 : 100 * now.done() / now.total();
        return Words.count(now.done()) + (now.isTotalGuessed() ? " of about " : " of ") + Words.count(now.total())
                + " zones done (" + percent + " %)";
    }

    @Override
    public void close() {}
}
