package org.zonedrift.cli.watch;

import java.util.ArrayList;
import java.util.List;
import org.zonedrift.ScanTraffic;
import org.zonedrift.cli.console.Style;
import org.zonedrift.cli.console.Table;
import org.zonedrift.cli.console.Table.Cell;
import org.zonedrift.cli.console.Table.Column;
import org.zonedrift.probe.Outcome;
import org.zonedrift.verdict.RecheckResult;
import org.zonedrift.verdict.Verdict;

/** The summary of a scan, for people: what was found, who is behind, what it cost. */
public final class Summary {

    private static final int CULPRITS_SHOWN = 5;
    private static final int OPERATORS_SHOWN = 5;
    private static final double NANOS_PER_SECOND = 1e9;

    private final Tally tally;
    private final TrafficLines traffic;
    private final long elapsedNanos;
    private final Style style;

    public Summary(Tally tally, ScanTraffic traffic, long elapsedNanos, Style style) {
        this.tally = tally;
        this.traffic = new TrafficLines(traffic);
        this.elapsedNanos = elapsedNanos;
        this.style = style;
    }

    /** The whole of it. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(style.strong(pace()));
        lines.addAll(indented(verdicts()));
        if (tally.uninformative() > 0) {
            lines.add("  " + Words.count(tally.uninformative()) + " of the consistent prove nothing: their serial"
                    + " does not follow changes.");
        }
        lines.addAll(behind());
        lines.addAll(operators());
        lines.add(addresses());
        lines.add(new Latency(tally.roundTripMicros()).line());
        lines.addAll(traffic.lines());
        lines.add(balance());
        return lines;
    }

    private String pace() {
        double seconds = Math.max(elapsedNanos, 1) / NANOS_PER_SECOND;
        return Words.counted(tally.reports(), "zone") + " in " + Words.seconds(elapsedNanos) + ": "
                + Words.count(Math.round(tally.reports() / seconds)) + " zones/s, "
                + Words.count(Math.round(traffic.sent() / seconds)) + " queries/s";
    }

    private List<String> verdicts() {
        Table table = new Table(Column.left(""), Column.right(""), Column.right(""), Column.left(""));
        for (Verdict verdict : Verdict.values()) {
            long count = tally.of(verdict);
            if (count > 0) {
                table.row(
                        new Cell(verdict.name(), dressed(verdict)),
                        Cell.of(Words.count(count)),
                        Cell.of(Words.share(count, tally.reports())),
                        Cell.of(verdict == Verdict.MISMATCH ? rechecked() : ""));
            }
        }
        List<String> lines = table.lines(style);
        return lines.subList(1, lines.size());
    }

    private String dressed(Verdict verdict) {
        return switch (verdict) {
            case MISMATCH, ERROR -> style.bad(verdict.name());
            case MISMATCH_SOURCES, UNSERVED, DELEGATION_UNKNOWN -> style.doubtful(verdict.name());
            case CONSISTENT -> style.good(verdict.name());
            default -> verdict.name();
        };
    }

    private String rechecked() {
        List<String> parts = new ArrayList<>();
        for (RecheckResult.State state : RecheckResult.State.values()) {
            // Those that converged are no mismatches any more.
            if (state != RecheckResult.State.CONVERGED && tally.of(state) > 0) {
                parts.add(Words.count(tally.of(state)) + " " + state.key());
            }
        }
        return parts.isEmpty() ? "" : "re-checked: " + String.join(", ", parts);
    }

    private List<String> behind() {
        if (tally.hostsBehind() == 0) {
            return List.of();
        }
        Table table = new Table(Column.left(""), Column.right(""), Column.left(""));
        for (Culprits.Culprit culprit : tally.worst(CULPRITS_SHOWN)) {
            String lag = culprit.seconds() > 0 ? "by up to " + Words.span(culprit.seconds()) : "";
            table.row(culprit.host().toString(), Words.counted(culprit.zones(), "zone"), lag);
        }
        List<String> lines = new ArrayList<>();
        lines.add("Behind are " + Words.counted(tally.hostsBehind(), "name server")
                + (tally.hostsBehind() > CULPRITS_SHOWN ? "; for most zones:" : ":"));
        List<String> rows = table.lines(style);
        lines.addAll(indented(rows.subList(1, rows.size())));
        return lines;
    }

    private List<String> operators() {
        List<OperatorTable.Operator> largest = tally.largestOperators(OPERATORS_SHOWN);
        if (largest.isEmpty()) {
            return List.of();
        }
        Table table = new Table(Column.left(""), Column.right(""), Column.right(""), Column.right(""));
        for (OperatorTable.Operator operator : largest) {
            table.row(
                    operator.name(),
                    Words.counted(operator.zones(), "zone"),
                    Words.count(operator.behind()) + " behind",
                    Words.share(operator.unreachable(), operator.zones()) + " with a silent server");
        }
        List<String> lines = new ArrayList<>();
        lines.add("Operators of most zones:");
        List<String> rows = table.lines(style);
        lines.addAll(indented(rows.subList(1, rows.size())));
        return lines;
    }

    private String addresses() {
        return "Probes of addresses: " + Words.count(tally.addresses(Outcome.Class.USABLE)) + " answered well, "
                + Words.count(tally.addresses(Outcome.Class.LAME)) + " lame, "
                + Words.count(tally.addresses(Outcome.Class.UNREACHABLE)) + " unreachable, "
                + Words.count(tally.addresses(Outcome.Class.SKIPPED)) + " skipped";
    }

    private String balance() {
        boolean even = tally.targets() == tally.reports();
        String line = "in " + (even ? "=" : "≠") + " out: " + Words.counted(tally.targets(), "target") + ", "
                + Words.counted(tally.reports(), "report");
        return even ? line : style.bad(line);
    }

    private static List<String> indented(List<String> lines) {
        return lines.stream().map(line -> "  " + line).toList();
    }
}
