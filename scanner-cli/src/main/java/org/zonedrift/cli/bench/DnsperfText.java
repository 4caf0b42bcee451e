package org.zonedrift.cli.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.zonedrift.fleet.StepResult;
import org.zonedrift.fleet.Tally;

/** What one resolver did in one step, under the labels that dnsperf gives them. */
final class DnsperfText {

    private DnsperfText() {}

    static List<String> lines(StepResult step, int resolver) {
        Tally tally = step.tallies().get(resolver);
        List<String> lines = new ArrayList<>();
        lines.add("  Queries sent:         " + tally.sent());
        lines.add("  Queries completed:    " + counted(tally.answered(), tally.sent()));
        lines.add("  Queries lost:         " + counted(tally.lost(), tally.sent()));
        lines.add("");
        lines.add("  Response codes:       " + Figures.rcodes(tally));
        lines.add("  Average packet size:  request " + average(tally.octetsOut(), tally.sent()) + ", response "
                + average(tally.octetsIn(), tally.answered()));
        lines.add("  Run time (s):         " + Figures.seconds(step.countedNanos()));
        lines.add("  Queries per second:   " + String.format(Locale.ROOT, "%.6f", step.answeredPerSecond(resolver)));
        lines.add("");
        lines.add("  Average Latency (s):  " + Figures.seconds(tally.mean()) + " (min " + Figures.seconds(least(tally))
                + ", max " + Figures.seconds(tally.latency().getMaxValue()) + ")");
        if (tally.answered() > 1) {
            lines.add("  Latency StdDev (s):   " + Figures.seconds(tally.deviation()));
        }
        return lines;
    }

    private static String counted(long part, long whole) {
        return part + " (" + Figures.percent(part, whole) + ")";
    }

    private static long average(long octets, long messages) {
        return messages == 0 ? 0 : octets / messages;
    }

    private static long least(Tally tally) {
        return tally.answered() == 0 ? 0 : tally.latency().getMinValue();
    }
}
