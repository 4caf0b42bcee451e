package org.zonedrift.benchmarks.fleet;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What a query costs each program, 2,000 waiting at a time: the difference of a long and a short run. */
final class QueryCost {

    private static final int WINDOW = 2_000;
    private static final int NAMES = 250_000;

    private final Path workshop;
    private final Path names;

    QueryCost(Path workshop, Path sources) throws IOException, InterruptedException {
        this.workshop = workshop;
        this.names = workshop.resolve("questions");
        try (BufferedWriter lines = Files.newBufferedWriter(names)) {
            for (int i = 0; i < NAMES; i++) {
                lines.write("zone" + i + ".example SOA\n");
            }
        }
        for (String program : List.of("responder", "rusage")) {
            String source = sources.resolve(program + ".c").toString();
            Ran.of(
                    workshop,
                    List.of("cc", "-O2", "-o", workshop.resolve(program).toString(), source));
        }
    }

    String measure(int rounds, int brief, int lengthy) throws IOException, InterruptedException {
        double[] theirs = new double[rounds];
        double[] ours = new double[rounds];
        double[] ratios = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            theirs[round] = (dnsperf(lengthy) - dnsperf(brief)) / (lengthy - brief);
            ours[round] = (ours(lengthy) - ours(brief)) / (lengthy - brief);
            ratios[round] = ours[round] / theirs[round];
        }
        return String.format(
                Locale.ROOT,
                "CPU microseconds a query, %,d waiting at a time, %,d queries less %,d; medians of %d rounds%n%n"
                        + "| program | marginal | x dnsperf | queries per CPU-second |%n| --- | --- | --- | --- |%n"
                        + "| dnsperf | %.2f | 1.00 | %,.0f |%n| zonedrift bench --closed-loop | %.2f | %.2f (%s) | %,.0f |%n",
                WINDOW,
                lengthy,
                brief,
                rounds,
                median(theirs),
                1e6 / median(theirs),
                median(ours),
                median(ratios),
                span(ratios),
                1e6 / median(ours));
    }

    private double dnsperf(int count) throws IOException, InterruptedException {
        String command = "dnsperf -s 127.0.0.1 -p %%d -d %s -n %d -c 1 -T 1 -q %d -b 4096"
                .formatted(names, count / NAMES, WINDOW);
        return cost(count, port -> Ran.words(command.formatted(port)));
    }

    private double ours(int count) throws IOException, InterruptedException {
        String options = "-s 127.0.0.1:%%d -d %s --closed-loop %d --count %d --warm-up 0s --no-edns"
                .formatted(names, WINDOW, count);
        return cost(count, port -> Ran.ours(options.formatted(port)));
    }

    /** The command that asks the server on a port. */
    @FunctionalInterface
    private interface Asking {
        List<String> at(int port);
    }

    /** CPU microseconds of a whole run in which every query was answered. */
    private double cost(int count, Asking asking) throws IOException, InterruptedException {
        Process responder = new ProcessBuilder(
                        "taskset", "-c", "1", workshop.resolve("responder").toString())
                .start();
        try (BufferedReader server = responder.inputReader()) {
            int port = Integer.parseInt(server.readLine());
            Path usage = workshop.resolve("usage");
            List<String> command = new ArrayList<>(
                    List.of(workshop.resolve("rusage").toString(), usage.toString(), "taskset", "-c", "0"));
            command.addAll(asking.at(port));
            Ran ran = Ran.of(workshop, command);
            if (ran.sent() != count || ran.completed() < count * 0.999) {
                throw new IOException(
                        "of " + count + " queries " + ran.completed() + " were answered:\n" + ran.output());
            }
            String[] used = Files.readString(usage).trim().split(" ");
            return Double.parseDouble(used[0]) + Double.parseDouble(used[1]);
        } finally {
            responder.destroyForcibly();
        }
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static String span(double[] values) {
        return String.format(
                Locale.ROOT,
                "%.2f to %.2f",
                Arrays.stream(values).min().orElse(0),
                Arrays.stream(values).max().orElse(0));
    }
}
