package org.zonedrift.benchmarks.probes;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.zonedrift.benchmarks.ReadmeBlock;
import org.zonedrift.benchmarks.probes.ProbesBench.Duel;

/** The results as a table of medians, and its place in the README. */
final class ProbesReport {

    static final ReadmeBlock PLACE = new ReadmeBlock("probes");
    private static final String PEER = "dnsperf";

    private ProbesReport() {}

    static String markdown(Map<Contestant, List<Duel>> results, int brief, int lengthy) {
        StringBuilder text = new StringBuilder();
        text.append("CPU microseconds (user + system, whole process) for each answered query; medians of ")
                .append(results.values().iterator().next().size())
                .append(" rounds; window ")
                .append(Contestant.WINDOW)
                .append("; every name answered once and, by us, with the right serial.\n\n")
                .append(
                        "| program | marginal (%,d less %,d) | of it user | x dnsperf | whole run of %,d | queries per CPU-s | RSS MB | details |\n"
                                .formatted(lengthy, brief, lengthy))
                .append("| --- | --- | --- | --- | --- | --- | --- | --- |\n");
        results.forEach((contestant, duels) -> {
            double whole = median(duels, duel -> duel.lengthy().cpuMicros() / (double) lengthy);
            text.append("| %s | %.2f | %.2f | %s | %.2f | %,.0f | %.0f | %s |\n"
                    .formatted(
                            contestant.name(),
                            median(duels, Duel::marginal),
                            median(duels, Duel::marginalUser),
                            ratio(duels, peer(results)),
                            whole,
                            1e6 / whole,
                            median(duels, duel -> duel.lengthy().residentKib() / 1024.0),
                            duels.get(duels.size() - 1).lengthy().details()));
        });
        return text.toString();
    }

    private static List<Duel> peer(Map<Contestant, List<Duel>> results) {
        return results.entrySet().stream()
                .filter(entry -> entry.getKey().name().equals(PEER))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(List.of());
    }

    /** The median of the ratios round by round: what disturbs a round disturbs both. */
    private static String ratio(List<Duel> duels, List<Duel> peer) {
        if (peer.size() != duels.size()) {
            return "";
        }
        double[] ratios = new double[duels.size()];
        for (int round = 0; round < ratios.length; round++) {
            ratios[round] = duels.get(round).marginal() / peer.get(round).marginal();
        }
        Arrays.sort(ratios);
        return "%.2f (%.2f to %.2f)".formatted(ratios[ratios.length / 2], ratios[0], ratios[ratios.length - 1]);
    }

    private static double median(List<Duel> duels, ToDoubleFunction<Duel> figure) {
        double[] figures = duels.stream().mapToDouble(figure).sorted().toArray();
        return figures[figures.length / 2];
    }
}
