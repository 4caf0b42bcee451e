package org.zonedrift.cli.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.zonedrift.cli.bench.Axis.Mark;
import org.zonedrift.cli.bench.Axis.Scale;
import org.zonedrift.fleet.Capacity;
import org.zonedrift.fleet.StepResult;
import org.zonedrift.fleet.Tally;
import org.zonedrift.fleet.TimeLine;

/** The drawings of one step. */
final class StepCharts {

    /** The share of queries that are slower: from all of them to one in ten thousand. */
    private static final double SLOWEST_SHARE = 1e-4;

    private static final double HEADROOM = 1.08;
    private static final int CURVE_POINTS = 160;
    private static final double LEAST_MILLIS = 0.01;

    private final StepResult step;
    private final Results results;

    StepCharts(StepResult step, Results results) {
        this.step = step;
        this.results = results;
    }

    String all() {
        String charts = latency() + throughput() + loss();
        return "<div class=\"charts\">" + (ResultTree.isRamp(step) ? ramp() + charts : charts) + "</div>\n";
    }

    private String latency() {
        double least = Double.MAX_VALUE;
        double most = 1;
        for (Tally tally : step.tallies()) {
            if (tally.answered() > 0) {
                least = Math.min(least, Math.max(LEAST_MILLIS, tally.latency().getMinValue() / 1e6));
                most = Math.max(most, tally.latency().getMaxValue() / 1e6);
            }
        }
        Chart chart = new Chart(
                percentiles(), Axis.logarithmic("latency from when it was due, ms", Math.min(least, most), most));
        for (int i = 0; i < step.tallies().size(); i++) {
            chart.line(i, curve(step.tallies().get(i)));
        }
        return chart.svg("Latency by percentile (of all queries: a line that ends was lost there)");
    }

    /** Drawn by the share that is slower, so that the worst queries get as much room as the others. */
    private static Axis percentiles() {
        List<Mark> marks = new ArrayList<>();
        for (String percent : List.of("0", "50", "90", "99", "99.9", "99.99")) {
            marks.add(new Mark(1 / (1 - Double.parseDouble(percent) / 100), percent + "%"));
        }
        return new Axis("share of queries that are faster", Scale.LOGARITHMIC, 1, 1 / SLOWEST_SHARE, marks);
    }

    private static double[][] curve(Tally tally) {
        List<double[]> points = new ArrayList<>();
        for (int i = 0; i < CURVE_POINTS; i++) {
            double slower = Math.pow(SLOWEST_SHARE, (double) i / (CURVE_POINTS - 1));
            long nanos = tally.percentileOfAll(100 * (1 - slower));
            if (nanos < 0 || slower * tally.sent() < 1) {
                break;
            }
            points.add(new double[] {1 / slower, Math.max(LEAST_MILLIS, nanos / 1e6)});
        }
        return points.toArray(double[][]::new);
    }

    private String throughput() {
        return overTime("Answers a second", "answers/s", false);
    }

    private String loss() {
        return overTime("Loss", "% of queries lost", true);
    }

    private String overTime(String title, String label, boolean asLoss) {
        double most = 1;
        double seconds = 1;
        List<double[][]> lines = new ArrayList<>();
        for (Tally tally : step.tallies()) {
            double[][] points = points(tally.timeLine(), asLoss);
            for (double[] point : points) {
                most = Math.max(most, point[1]);
                seconds = Math.max(seconds, point[0] + tally.timeLine().width() / 2.0);
            }
            lines.add(points);
        }
        Chart chart = new Chart(Axis.linear("seconds", seconds), Axis.linear(label, HEADROOM * most));
        for (int i = 0; i < lines.size(); i++) {
            chart.line(i, lines.get(i));
        }
        return chart.svg(title + " over time (at the second in which the query was due)");
    }

    private static double[][] points(TimeLine line, boolean asLoss) {
        List<TimeLine.Stretch> stretches = line.stretches();
        double[][] points = new double[stretches.size()][];
        for (int i = 0; i < points.length; i++) {
            TimeLine.Stretch stretch = stretches.get(i);
            double lost = stretch.sent() == 0 ? 0 : 100.0 * stretch.lost() / stretch.sent();
            double value = asLoss ? lost : (double) stretch.answered() / line.width();
            points[i] = new double[] {(i + 0.5) * line.width(), value};
        }
        return points;
    }

    private String ramp() {
        double most = 1;
        for (Tally tally : step.tallies()) {
            for (TimeLine.Stretch stretch : tally.timeLine().stretches()) {
                most = Math.max(most, (double) stretch.sent() / tally.timeLine().width());
            }
        }
        Chart chart = new Chart(Axis.linear("queries/s sent", most), Axis.linear("good answers/s", HEADROOM * most));
        for (int i = 0; i < step.tallies().size(); i++) {
            TimeLine line = step.tallies().get(i).timeLine();
            chart.line(i, borne(line));
            Capacity capacity = Capacity.of(step, i, results.limits());
            if (capacity.bound() != Capacity.Bound.GENERATOR && capacity.stretch() >= 0) {
                double rate = capacity.perSecond();
                chart.point(i, rate, good(line.stretches().get(capacity.stretch())) / line.width(), knee(capacity));
            }
        }
        return chart.svg("What is answered of what is sent; the knee is marked");
    }

    private static String knee(Capacity capacity) {
        String rate = String.format(Locale.ROOT, "%,.0f/s", capacity.perSecond());
        return capacity.bound() == Capacity.Bound.RAMP ? "≥ " + rate : rate;
    }

    private static double[][] borne(TimeLine line) {
        List<double[]> points = new ArrayList<>();
        for (TimeLine.Stretch stretch : line.stretches()) {
            points.add(new double[] {(double) stretch.sent() / line.width(), good(stretch) / line.width()});
        }
        return points.toArray(double[][]::new);
    }

    private static double good(TimeLine.Stretch stretch) {
        return stretch.answered() - stretch.failures();
    }
}
