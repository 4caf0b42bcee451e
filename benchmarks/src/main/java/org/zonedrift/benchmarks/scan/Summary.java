package org.zonedrift.benchmarks.scan;

import java.io.IOException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zonedrift.benchmarks.scan.Outcome.Traffic;

/** The figures of what a scan says when it ends. */
record Summary(String text) {

    static Summary of(List<String> lines) {
        return new Summary(String.join("\n", lines));
    }

    Traffic traffic() throws IOException {
        return new Traffic(
                Math.round(number("Queries: ([0-9,]+) by UDP")),
                Math.round(number("by UDP \\(([0-9,]+) answered\\)")),
                number("Latency: p50 ([0-9.,]+) ms"),
                number("p99 ([0-9.,]+) ms"));
    }

    /** Targets that were taken, all of which were reported. */
    long targets() throws IOException {
        return Math.round(number("in = out: ([0-9,]+) targets"));
    }

    private double number(String pattern) throws IOException {
        Matcher found = Pattern.compile(pattern).matcher(text);
        if (!found.find()) {
            throw new IOException("nothing like '" + pattern + "' in:\n" + text);
        }
        return Double.parseDouble(found.group(1).replace(",", ""));
    }
}
