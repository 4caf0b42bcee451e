package org.zonedrift.cli.plan;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.zonedrift.cli.console.Style;
import org.zonedrift.cli.console.Table;
import org.zonedrift.cli.console.Table.Column;
import org.zonedrift.cli.plan.Estimate.Bound;
import org.zonedrift.cli.watch.Words;

/** What a plan says to people. */
final class PlanText {

    private static final int BUSIEST_SHOWN = 8;

    /** Octets of a question and of its answer as scans measured them, and 28 around each for IP and UDP. */
    private static final double OCTETS_OUT = 43 + 28;

    private static final double OCTETS_IN = 103 + 28;

    private static final double BITS_PER_MEGABIT = 1e6;
    private static final double OCTETS_PER_MEGABYTE = 1e6;
    private static final double OCTETS_PER_GIGABYTE = 1e9;

    private final Estimate estimate;

    PlanText(Estimate estimate) {
        this.estimate = estimate;
    }

    List<String> lines(Style style) {
        List<String> lines = new ArrayList<>();
        double zones = estimate.workload().zones() * estimate.scale();
        double perSecond = estimate.questions() / estimate.seconds();
        lines.add(Words.counted(Math.round(zones), "zone") + ", " + Words.count(Math.round(estimate.questions()))
                + " queries to their servers: " + number(estimate.questions() / Math.max(1, zones)) + " for each.");
        lines.add("Within the limits: " + Words.span(Math.round(estimate.seconds())) + " at least, "
                + rate(zones / estimate.seconds(), "zone") + ", " + rate(perSecond, "query") + ".");
        estimate.bounds().stream()
                .findFirst()
                .ifPresent(bound ->
                        lines.add("What takes longest: " + bound.what() + ", at " + rate(bound.rate(), "query") + "."));
        lines.add("Bandwidth: " + number(perSecond * OCTETS_OUT * 8 / BITS_PER_MEGABIT) + " Mbit/s out, "
                + number(perSecond * OCTETS_IN * 8 / BITS_PER_MEGABIT) + " Mbit/s in; altogether "
                + volume(estimate.questions() * (OCTETS_OUT + OCTETS_IN)) + ".");
        lines.addAll(busiest(style));
        return lines;
    }

    private List<String> busiest(Style style) {
        List<Bound> busiest = estimate.busiest(BUSIEST_SHOWN);
        if (busiest.isEmpty()) {
            return List.of();
        }
        Table table = new Table(
                Column.left("busiest server"), Column.right("queries"), Column.right("share"), Column.right("time"));
        for (Bound bound : busiest) {
            table.row(
                    bound.what(),
                    Words.count(Math.round(bound.questions())),
                    Words.share(Math.round(bound.questions()), Math.round(estimate.questions())),
                    Words.span(Math.round(bound.seconds())));
        }
        return table.lines(style);
    }

    private static String rate(double perSecond, String what) {
        return Words.counted(Math.round(perSecond), what) + "/s";
    }

    private static String volume(double octets) {
        return octets < OCTETS_PER_GIGABYTE
                ? number(octets / OCTETS_PER_MEGABYTE) + " MB"
                : number(octets / OCTETS_PER_GIGABYTE) + " GB";
    }

    /** Two digits at least of what is small, lest it look like nothing. */
    private static String number(double value) {
        return value < 1
                ? new BigDecimal(value).round(new MathContext(2)).toPlainString()
                : String.format(Locale.ROOT, "%,.1f", value);
    }
}
