package org.zonedrift.cli.check;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.zonedrift.cli.console.SafeText;
import org.zonedrift.cli.watch.Words;
import org.zonedrift.verdict.Counts;
import org.zonedrift.verdict.SerialSummary;
import org.zonedrift.verdict.ZoneReport;

/**
 * One line for monitoring: the state, what is wrong for people, and behind a bar the figures, in
 * the form of the Monitoring Plugins Development Guidelines.
 */
public final class PluginLine {

    private static final String NAME = "ZONEDRIFT";

    /** A line is shown on a page and in a message: more zones than this are only counted. */
    private static final int ZONES_SHOWN = 5;

    private PluginLine() {}

    public static String of(List<ZoneReport> reports) {
        PluginState state = PluginState.of(reports);
        return NAME + " " + state + " - " + shown(summary(reports, state)) + " | " + figures(reports);
    }

    /** What is said where nothing could be looked at. */
    public static String unknown(String why) {
        return NAME + " " + PluginState.UNKNOWN + " - " + shown(why);
    }

    private static String summary(List<ZoneReport> reports, PluginState state) {
        if (state == PluginState.OK && reports.size() > 1) {
            return "the servers of " + Words.counted(reports.size(), "zone") + " agree";
        }
        List<ZoneReport> worst = reports.stream()
                .filter(report -> PluginState.of(report.judgement()) != PluginState.OK || reports.size() == 1)
                .sorted((one, other) -> PluginState.of(other.judgement()).compareTo(PluginState.of(one.judgement())))
                .toList();
        String told = worst.stream()
                .limit(ZONES_SHOWN)
                .map(report ->
                        report.name() + ": " + report.judgement().verdict() + ", " + new VerdictSentence(report).text())
                .collect(Collectors.joining(" "));
        int left = worst.size() - ZONES_SHOWN;
        return left > 0 ? told + " And " + Words.counted(left, "zone") + " more." : told;
    }

    private static String figures(List<ZoneReport> reports) {
        List<String> figures = new ArrayList<>();
        for (ZoneReport report : reports) {
            String zone = String.valueOf(report.name());
            Counts counts = report.judgement().counts();
            SerialSummary serial = report.judgement().serial();
            figures.add(figure(zone, "addresses", counts.addresses()));
            figures.add(figure(zone, "usable", counts.usable()));
            figures.add(figure(zone, "serials", counts.serials()));
            if (serial != null && serial.lagMax() >= 0) {
                figures.add(figure(zone, "lag", serial.lagMax()));
            }
            figures.add("'" + label(zone) + "_time'=" + report.durationMillis() + "ms");
        }
        return String.join(" ", figures);
    }

    private static String figure(String zone, String what, long value) {
        return "'" + label(zone) + "_" + what + "'=" + value;
    }

    /** A label must hold neither an equals sign nor a quotation mark. */
    private static String label(String zone) {
        return SafeText.of(zone).replaceAll("[='| ]", "_");
    }

    /** Whatever follows the first bar or line feed would be taken for figures. */
    private static String shown(String text) {
        return SafeText.of(text).replace('|', '/');
    }
}
