package org.zonedrift.cli.bench;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.zonedrift.fleet.Tally;
import org.zonedrift.wire.ResponseCodeText;

/** Figures as tables show them. */
final class Figures {

    private static final double NANOS_PER_SECOND = 1e9;
    private static final double NANOS_PER_MILLI = 1e6;

    private Figures() {}

    /** Milliseconds with as many digits as are worth reading; never for what had no answer. */
    static String millis(double nanos) {
        if (nanos < 0) {
            return "lost";
        }
        double millis = nanos / NANOS_PER_MILLI;
        return String.format(Locale.ROOT, millis < 10 ? "%.2f" : millis < 100 ? "%.1f" : "%.0f", millis);
    }

    static String millis(long nanos) {
        return millis((double) nanos);
    }

    static String seconds(long nanos) {
        return seconds((double) nanos);
    }

    static String seconds(double nanos) {
        return String.format(Locale.ROOT, "%.6f", nanos / NANOS_PER_SECOND);
    }

    static String percent(long part, long whole) {
        return String.format(Locale.ROOT, "%.2f%%", whole == 0 ? 0.0 : 100.0 * part / whole);
    }

    static String rcodes(Tally tally) {
        List<Map.Entry<Integer, Long>> counts = List.copyOf(tally.rcodes().entrySet());
        return counts.stream()
                .map(entry -> ResponseCodeText.of(entry.getKey()) + " " + entry.getValue() + " ("
                        + percent(entry.getValue(), tally.answered()) + ")")
                .collect(Collectors.joining(", "));
    }
}
