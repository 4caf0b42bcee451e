package org.zonedrift.benchmarks.fleet;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Both programs ask one Unbound at the same fixed rate, half of what it takes, in turns, and must find the same. */
final class Agreement {

    private static final int NAMES = 1_000;
    private static final int SECONDS = 10;

    /** The rate is then half of the most that the server takes. */
    static final int HALF_LOAD = 0;

    /** The first may find a server that is not there yet. */
    private static final int ATTEMPTS = 2;

    private static final Pattern FROM_SEND = Pattern.compile("\"latency_from_send_ms\": ([0-9.]+)");

    private final Path workshop;
    private final Path names;

    Agreement(Path workshop) throws IOException {
        this.workshop = workshop;
        this.names = workshop.resolve("names");
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < NAMES; i++) {
            lines.append('n').append(i).append(".bench.test A\n");
        }
        Files.writeString(names, lines);
    }

    /**
     * What both found.
     *
     * @param rate queries a second, or {@link #HALF_LOAD}
     */
    String measure(int rounds, int rate) throws IOException, InterruptedException {
        int port = freePort();
        Process unbound = unbound(port);
        try {
            int most = most(port); // while it starts, or is found to answer
            return table(port, rounds, rate == HALF_LOAD ? most / 2 : rate, most);
        } finally {
            unbound.destroy();
            unbound.waitFor();
        }
    }

    /** How many queries a second it answers dnsperf, which sends the next when an answer comes. */
    private int most(int port) throws IOException, InterruptedException {
        int most = 0;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Ran ran = Ran.of(
                    workshop,
                    Ran.words("dnsperf -s 127.0.0.1 -p %d -d %s -l %d -c 1 -T 1".formatted(port, names, SECONDS)));
            most = Math.max(most, (int) (ran.completed() / SECONDS));
        }
        return most;
    }

    private String table(int port, int rounds, int rate, int most) throws IOException, InterruptedException {
        double[][] found = new double[5][rounds];
        for (int round = 0; round < rounds; round++) {
            Ran theirs = dnsperf(port, rate);
            Path json = workshop.resolve("results.json");
            Ran ours = ours(port, rate, json);
            Matcher fromSend = FROM_SEND.matcher(Files.readString(json));
            found[0][round] = 100.0 * theirs.completed() / theirs.sent();
            found[1][round] = 100.0 * ours.completed() / ours.sent();
            found[2][round] = theirs.meanMillis();
            found[3][round] = fromSend.find() ? Double.parseDouble(fromSend.group(1)) : Double.NaN;
            found[4][round] = ours.meanMillis();
        }
        return String.format(
                Locale.ROOT,
                "Unbound, which answers dnsperf %,d queries/s at most, at %,d queries/s for %d s; medians of %d rounds%n%n"
                        + "| program | completed %% | mean latency, ms | from when it was due, ms |%n| --- | --- | --- | --- |%n"
                        + "| dnsperf | %.3f | %.3f (%s) | |%n| zonedrift bench | %.3f | %.3f (%s) | %.3f |%n",
                most,
                rate,
                SECONDS,
                rounds,
                median(found[0]),
                median(found[2]),
                span(found[2]),
                median(found[1]),
                median(found[3]),
                span(found[3]),
                median(found[4]));
    }

    private Ran dnsperf(int port, int rate) throws IOException, InterruptedException {
        String command = "dnsperf -s 127.0.0.1 -p %d -d %s -Q %d -l %d -c 1 -T 1".formatted(port, names, rate, SECONDS);
        return Ran.of(workshop, Ran.words(command));
    }

    private Ran ours(int port, int rate, Path json) throws IOException, InterruptedException {
        String options = "-s 127.0.0.1:%d -d %s --rate %d --spacing constant --no-edns -l %ds -o %s"
                .formatted(port, names, rate, SECONDS, json);
        return Ran.of(workshop, Ran.ours(options));
    }

    private Process unbound(int port) throws IOException {
        List<String> lines = new ArrayList<>(List.of(
                "server:",
                "  interface: 127.0.0.1",
                "  port: " + port,
                "  num-threads: 1",
                "  do-daemonize: no",
                "  use-syslog: no",
                "  chroot: \"\"",
                "  username: \"\"",
                "  pidfile: \"\"",
                "  directory: \"" + workshop + "\"",
                "  module-config: \"iterator\"",
                "  local-zone: \"bench.test.\" static"));
        for (int i = 0; i < NAMES; i++) {
            lines.add("  local-data: \"n" + i + ".bench.test. 3600 IN A 192.0.2." + (i % 250 + 1) + "\"");
        }
        lines.addAll(List.of("remote-control:", "  control-enable: no"));
        Path configuration = Files.write(workshop.resolve("unbound.conf"), lines);
        return new ProcessBuilder("unbound", "-d", "-c", configuration.toString())
                .redirectErrorStream(true)
                .redirectOutput(workshop.resolve("unbound.log").toFile())
                .start();
    }

    private static int freePort() throws IOException {
        try (DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
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
                "%.3f to %.3f",
                Arrays.stream(values).min().orElse(0),
                Arrays.stream(values).max().orElse(0));
    }
}
