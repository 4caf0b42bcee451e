package org.zonedrift.benchmarks.micro;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.zonedrift.benchmarks.ReadmeBlock;

/** Runs the parts of the packet path under JMH and writes their table. */
final class MicroBench {

    private static final String ALLOCATED = "gc.alloc.rate.norm";

    /** Those of other stages stand in paragraphs of their own. */
    private static final List<String> PARTS =
            List.of("EncodeBenchmark", "ParseBenchmark", "PendingBenchmark", "AddressBookBenchmark");

    private MicroBench() {}

    /** Arguments: the folder of the benchmarks. */
    public static void main(String[] arguments) throws Exception {
        OptionsBuilder options = new OptionsBuilder();
        PARTS.forEach(options::include);
        options.addProfiler(GCProfiler.class);
        Collection<RunResult> results = new Runner(options.build()).run();
        new ReadmeBlock("micro").write(Path.of(arguments[0]).resolve("README.md"), table(results));
    }

    private static String table(Collection<RunResult> results) {
        StringBuilder text = new StringBuilder("| what | ns | octets |\n| --- | --- | --- |\n");
        results.forEach(result -> text.append(row(result)));
        return text.toString();
    }

    @SuppressWarnings("rawtypes") // JMH's own signature
    private static String row(RunResult result) {
        String[] name = result.getParams().getBenchmark().split("\\.");
        Map<String, Result> more = result.getSecondaryResults();
        double octets = more.entrySet().stream()
                .filter(entry -> entry.getKey().endsWith(ALLOCATED))
                .mapToDouble(entry -> entry.getValue().getScore())
                .sum();
        return "| %s.%s | %,.0f | %,.0f |%n"
                .formatted(
                        name[name.length - 2],
                        name[name.length - 1],
                        result.getPrimaryResult().getScore(),
                        octets);
    }
}
