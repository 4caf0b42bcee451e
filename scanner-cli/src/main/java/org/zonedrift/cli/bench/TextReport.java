package org.zonedrift.cli.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.zonedrift.cli.console.SafeText;
import org.zonedrift.cli.console.Style;
import org.zonedrift.cli.console.Table;
import org.zonedrift.cli.console.Table.Column;
import org.zonedrift.cli.watch.Words;
import org.zonedrift.fleet.Capacity;
import org.zonedrift.fleet.Freshness;
import org.zonedrift.fleet.Freshness.Standing;
import org.zonedrift.fleet.Load;
import org.zonedrift.fleet.RateProfile;
import org.zonedrift.fleet.Resolver;
import org.zonedrift.fleet.StepResult;
import org.zonedrift.fleet.TimeLine;

/** The results for people at a terminal, and for whatever reads dnsperf's labels. */
final class TextReport {

    private final Results results;
    private final Style style;
    private final List<String> lines = new ArrayList<>();

    TextReport(Results results, Style style) {
        this.results = results;
        this.style = style;
    }

    List<String> lines() {
        results.steps().forEach(this::step);
        freshness();
        host();
        return lines;
    }

    private void step(StepResult step) {
        for (int i = 0; i < results.fleet().size(); i++) {
            Resolver resolver = results.fleet().get(i);
            lines.add(style.strong(SafeText.of(resolver.name())) + " (" + resolver.address() + ")");
            lines.addAll(DnsperfText.lines(step, i));
            lines.add("");
        }
        lines.add(style.strong(title(step.step().load())));
        lines.addAll(new ComparisonTable(step, style).lines(results.fleet()));
        if (step.step().load() instanceof Load.Closed) {
            lines.add(style.doubtful(
                    "Closed loop: a resolver that stalls is not asked meanwhile, which hides its pauses."));
        }
        drift(step);
        if (ResultTree.isRamp(step)) {
            lines.add("");
            lines.addAll(capacities(step));
        }
        lines.add("");
    }

    /** Of a step that lasts: whether its end is as its beginning. */
    private void drift(StepResult step) {
        List<TimeLine.Windows> windows = step.tallies().stream()
                .map(tally -> tally.timeLine().windows(SeriesTree.WINDOW_SECONDS))
                .toList();
        if (windows.stream().anyMatch(each -> each.each().size() < 2)) {
            return;
        }
        Table table = new Table(
                Column.left("by windows of " + windows.get(0).seconds() + " s"),
                Column.right("first p50 ms"),
                Column.right("last"),
                Column.right("first p99 ms"),
                Column.right("last"),
                Column.right("first lost"),
                Column.right("last"));
        for (int i = 0; i < windows.size(); i++) {
            List<TimeLine.Stretch> each = windows.get(i).each();
            TimeLine.Stretch first = each.get(0);
            TimeLine.Stretch last = each.get(each.size() - 1);
            table.row(
                    SafeText.of(results.fleet().get(i).name()),
                    Figures.millis(first.latency().getValueAtPercentile(50)),
                    Figures.millis(last.latency().getValueAtPercentile(50)),
                    Figures.millis(first.latency().getValueAtPercentile(99)),
                    Figures.millis(last.latency().getValueAtPercentile(99)),
                    Figures.percent(first.lost(), first.sent()),
                    Figures.percent(last.lost(), last.sent()));
        }
        lines.add("");
        lines.addAll(table.lines(style));
    }

    private static String title(Load load) {
        if (load instanceof Load.Closed closed) {
            return Words.count(closed.outstanding()) + " queries waiting for each resolver:";
        }
        RateProfile profile = ((Load.Open) load).profile();
        return profile instanceof RateProfile.Ramp ramp
                ? "From nothing to " + Words.count(Math.round(ramp.rate())) + " queries a second for each resolver:"
                : Words.count(Math.round(profile.rateAt(0))) + " queries a second for each resolver:";
    }

    private List<String> capacities(StepResult step) {
        Table table = new Table(Column.left("resolver"), Column.right("Maximum throughput"), Column.left(""));
        for (int i = 0; i < results.fleet().size(); i++) {
            Capacity capacity = Capacity.of(step, i, results.limits());
            String rate = String.format(Locale.ROOT, "%,.0f qps", capacity.perSecond());
            table.row(
                    SafeText.of(results.fleet().get(i).name()),
                    capacity.bound() == Capacity.Bound.GENERATOR ? "not known" : rate,
                    switch (capacity.bound()) {
                        case RESOLVER -> "beyond that it loses, fails or is slow";
                        case RAMP -> "or more: the ramp ended there, see --max-qps";
                        case GENERATOR -> "this machine could not keep to the schedule";
                    });
        }
        return table.lines(style);
    }

    private void freshness() {
        if (results.freshness().isEmpty()) {
            return;
        }
        lines.add(style.strong("SOA records beside those of the zones' own servers:"));
        Table table = new Table(
                Column.left("resolver"),
                Column.right("zones"),
                Column.right("current"),
                Column.right("as some server"),
                Column.right("behind"),
                Column.right("ahead"),
                Column.right("no SOA"),
                Column.right("furthest behind"),
                Column.left("for example"));
        for (int i = 0; i < results.freshness().size(); i++) {
            row(table, results.fleet().get(i), results.freshness().get(i));
        }
        lines.addAll(table.lines(style));
        lines.add("");
    }

    private static void row(Table table, Resolver resolver, Freshness freshness) {
        Freshness.Behind worst =
                freshness.furthest().isEmpty() ? null : freshness.furthest().get(0);
        table.row(
                SafeText.of(resolver.name()),
                Words.count(freshness.zones()),
                some(freshness.count(Standing.CURRENT)),
                some(freshness.count(Standing.AS_OTHER_SERVERS)),
                some(freshness.count(Standing.BEHIND)),
                some(freshness.count(Standing.AHEAD)),
                some(freshness.count(Standing.NOTHING) + freshness.count(Standing.INCOMPARABLE)),
                worst == null ? "" : Words.counted(worst.lag(), "version"),
                worst == null ? "" : worst.zone() + ": " + worst.shown() + ", should be " + worst.newest());
    }

    private static String some(int count) {
        return count == 0 ? "" : Words.count(count);
    }

    private void host() {
        HostEffects host = results.host();
        lines.add("This machine: " + Words.count(host.socketDrops()) + " datagrams dropped at our own sockets, "
                + Words.counted(host.pauses(), "pause") + " of this program (" + host.pauseMillis() + " ms), "
                + Words.seconds(Math.max(0, host.cpuNanos())) + " of processor time.");
    }
}
