package org.zonedrift.cli.bench;

import java.util.List;
import java.util.Locale;
import org.HdrHistogram.Histogram;
import org.zonedrift.cli.console.SafeText;
import org.zonedrift.cli.console.Style;
import org.zonedrift.cli.console.Table;
import org.zonedrift.cli.console.Table.Cell;
import org.zonedrift.cli.console.Table.Column;
import org.zonedrift.fleet.Judged;
import org.zonedrift.fleet.PairedLatency;
import org.zonedrift.fleet.Resolver;
import org.zonedrift.fleet.StepResult;
import org.zonedrift.fleet.Tally;

/** The resolvers of one step beside one another, a row for each. */
final class ComparisonTable {

    private final StepResult step;
    private final Style style;

    ComparisonTable(StepResult step, Style style) {
        this.step = step;
        this.style = style;
    }

    List<String> lines(List<Resolver> fleet) {
        Table table = new Table(
                Column.left("resolver"),
                Column.right("q/s"),
                Column.right("lost"),
                Column.right("failed"),
                Column.right("p50 ms"),
                Column.right("p95"),
                Column.right("p99"),
                Column.right("p99 of all"),
                Column.right("max"),
                Column.right("than fleet"),
                Column.right("disagrees"),
                Column.right("rewritten"),
                Column.right("blocked"),
                Column.left(""));
        for (int i = 0; i < fleet.size(); i++) {
            row(table, SafeText.of(fleet.get(i).name()), i);
        }
        return table.lines(style);
    }

    private void row(Table table, String name, int resolver) {
        Tally tally = step.tallies().get(resolver);
        Histogram latency = tally.latency();
        boolean any = tally.answered() > 0;
        boolean limited = step.isGeneratorLimited(resolver);
        table.row(
                Cell.of(name),
                Cell.of(String.format(Locale.ROOT, "%,.0f", step.answeredPerSecond(resolver))),
                share(tally.lost(), tally.sent()),
                share(tally.failures(), tally.answered()),
                Cell.of(any ? Figures.millis(latency.getValueAtPercentile(50)) : ""),
                Cell.of(any ? Figures.millis(latency.getValueAtPercentile(95)) : ""),
                Cell.of(any ? Figures.millis(latency.getValueAtPercentile(99)) : ""),
                Cell.of(any ? Figures.millis(tally.percentileOfAll(99)) : ""),
                Cell.of(any ? Figures.millis(latency.getMaxValue()) : ""),
                Cell.of(paired(tally.paired())),
                share(tally.judgedAs(Judged.WRONG_DATA), tally.answered()),
                share(tally.judgedAs(Judged.NXDOMAIN_REWRITTEN), tally.answered()),
                share(tally.judgedAs(Judged.BLOCKED), tally.answered()),
                limited ? new Cell("generator-limited", style.bad("generator-limited")) : Cell.of(""));
    }

    /** How much later than the fleet, in the middle of all queries. */
    private static String paired(PairedLatency paired) {
        return paired.pairs() == 0
                ? ""
                : String.format(Locale.ROOT, "%+.1f", paired.median().value() / 1e6);
    }

    private Cell share(long part, long whole) {
        String text = part == 0 ? "0" : Figures.percent(part, whole);
        return new Cell(text, part == 0 ? text : style.doubtful(text));
    }
}
