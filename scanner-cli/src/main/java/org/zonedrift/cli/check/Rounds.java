package org.zonedrift.cli.check;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.zonedrift.verdict.ZoneReport;

/** Looks at the same zones again and again. */
public final class Rounds {

    /** A change spreads in seconds where servers are told of it; oftener would only be a burden. */
    private static final Duration PAUSE_MAX = Duration.ofSeconds(5);

    /** So many looks fit into a short wait. */
    private static final int LOOKS_WANTED = 20;

    private final Supplier<List<ZoneReport>> look;
    private final Predicate<Duration> pause;

    /**
     * @param look one look at all zones
     * @param pause waits, and tells whether to go on
     */
    public Rounds(Supplier<List<ZoneReport>> look, Predicate<Duration> pause) {
        this.look = look;
        this.pause = pause;
    }

    /** The look at which all agreed, else the last that the time allows. */
    public List<ZoneReport> untilAllAgree(Duration atMost) {
        Duration step = atMost.dividedBy(LOOKS_WANTED);
        Duration between = step.compareTo(PAUSE_MAX) < 0 ? step : PAUSE_MAX;
        List<ZoneReport> seen = look.get();
        Duration waited = Duration.ZERO;
        while (Conclusion.of(seen) != Conclusion.ALL_AGREE && waited.compareTo(atMost) < 0 && pause.test(between)) {
            waited = waited.plus(between);
            seen = look.get();
        }
        return seen;
    }

    /** Every look, told as it is made, until the user has seen enough; answers with the last. */
    public List<ZoneReport> every(Duration period, Consumer<List<ZoneReport>> told) {
        List<ZoneReport> seen;
        do {
            seen = look.get();
            told.accept(seen);
        } while (pause.test(period));
        return seen;
    }
}
