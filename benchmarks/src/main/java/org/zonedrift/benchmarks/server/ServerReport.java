package org.zonedrift.benchmarks.server;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.zonedrift.benchmarks.ReadmeBlock;

/** The results as a table of medians, and its place in the README. */
final class ServerReport {

    static final String BARE = "bare responder (C, recvmmsg)";

    /** Linux counts CPU time for programs in hundredths of a second. */
    static final double MICROS_PER_TICK = 10_000;

    static final ReadmeBlock PLACE = new ReadmeBlock("server");

    private ServerReport() {}

    static String markdown(Map<String, List<Double>> results, int count, int window) {
        List<Double> bare = Objects.requireNonNull(results.get(BARE), "the bare responder was not measured");
        StringBuilder text = new StringBuilder();
        text.append("CPU microseconds (user + system, whole process, warm) for each answer; medians of ")
                .append(bare.size())
                .append(" rounds of %,d answers, window %d; every answer checked.%n%n".formatted(count, window))
                .append("| server | us per answer | x bare |\n| --- | --- | --- |\n");
        results.forEach((name, micros) ->
                text.append("| %s | %.2f | %s |\n".formatted(name, median(micros), ratio(micros, bare))));
        return text.toString();
    }

    /** The median of the ratios round by round: what disturbs a round disturbs both. */
    private static String ratio(List<Double> micros, List<Double> bare) {
        double[] ratios = new double[micros.size()];
        for (int round = 0; round < ratios.length; round++) {
            ratios[round] = micros.get(round) / bare.get(round);
        }
        Arrays.sort(ratios);
        return "%.2f (%.2f to %.2f)".formatted(ratios[ratios.length / 2], ratios[0], ratios[ratios.length - 1]);
    }

    private static double median(List<Double> micros) {
        double[] sorted =
                micros.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return sorted[sorted.length / 2];
    }
}
