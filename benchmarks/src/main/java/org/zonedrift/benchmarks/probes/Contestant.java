package org.zonedrift.benchmarks.probes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** A program that asks a server for the SOA record of many names. */
public interface Contestant {

    /** Questions in flight, the same for all. */
    int WINDOW = 2000;

    String name();

    /** The command that asks the server on this port of 127.0.0.1 for the names of this field. */
    List<String> command(Path workshop, int port, Field field);

    /** How many names it says were answered, from what it printed; and rightly, if it checks. */
    int answered(Path workshop, List<String> output) throws IOException;

    /** Percentiles and octets per query, where it tells them; else empty. */
    default String details(List<String> output) {
        return "";
    }

    /** This scanner's exchange. */
    record Ours(String sockets, int servers) implements Contestant {

        private static final String MAIN = "org.zonedrift.benchmarks.probes.ProbesClient";

        @Override
        public String name() {
            String whom = servers == 1 ? "one address" : servers + " addresses";
            return "zonedrift exchange, %s sockets, %s".formatted(sockets.toLowerCase(Locale.ROOT), whom);
        }

        @Override
        public List<String> command(Path workshop, int port, Field field) {
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    // As the program itself starts, with a heap that a run of this kind needs.
                    "-XX:+UseParallelGC",
                    "-Xmx256m",
                    "-Dio.netty.leakDetection.level=disabled"));
            command.addAll(List.of("-cp", System.getProperty("java.class.path"), MAIN));
            command.addAll(Stream.of(port, servers, field.names(), WINDOW)
                    .map(String::valueOf)
                    .toList());
            command.add(sockets);
            return command;
        }

        @Override
        public int answered(Path workshop, List<String> output) {
            if (output.isEmpty()) {
                return 0;
            }
            String[] figures = last(output).split(" ");
            return figures[1].equals("0") ? Integer.parseInt(figures[0]) : 0;
        }

        @Override
        public String details(List<String> output) {
            String[] figures = last(output).split(" ");
            return "second half %.2f us and %s B/query; p50 %.1f, p99 %.1f, p99.9 %.1f ms; %s asked again"
                    .formatted(
                            micros(figures[4]),
                            figures[3],
                            millis(figures[5]),
                            millis(figures[6]),
                            millis(figures[7]),
                            figures[2]);
        }

        private static double micros(String nanos) {
            return Long.parseLong(nanos) / 1e3;
        }

        private static double millis(String nanos) {
            return Long.parseLong(nanos) / 1e6;
        }

        private static String last(List<String> output) {
            return output.get(output.size() - 1);
        }
    }

    /** DNS-OARC's load generator: it writes no records, which makes it a harder bar than it looks. */
    record DnsPerf() implements Contestant {

        @Override
        public String name() {
            return "dnsperf";
        }

        @Override
        public List<String> command(Path workshop, int port, Field field) {
            String fixed =
                    "dnsperf -s 127.0.0.1 -c 1 -T 1 -b 4096 -q " + WINDOW + " -p " + port + " -n " + field.laps();
            return words(fixed, "-d", field.questions().toString());
        }

        @Override
        public int answered(Path workshop, List<String> output) {
            return output.stream()
                    .filter(line -> line.contains("Queries completed:"))
                    .mapToInt(line -> Integer.parseInt(line.trim().split("\\s+")[2]))
                    .sum();
        }
    }

    /** The bulk resolver, writing NDJSON, which is what a scan wants of it. */
    record MassDns() implements Contestant {

        @Override
        public String name() {
            return "massdns -o J";
        }

        @Override
        public List<String> command(Path workshop, int port, Field field) {
            Path resolvers = Field.oneLine(workshop.resolve("resolvers.txt"), "127.0.0.1:" + port);
            String fixed = "massdns -t SOA -o J --root -q -s " + WINDOW;
            return words(
                    fixed, "-r", resolvers.toString(), "-w", result(workshop).toString(), list(field));
        }

        @Override
        public int answered(Path workshop, List<String> output) throws IOException {
            return linesWith(result(workshop), "NOERROR");
        }
    }

    /** ZMap's scanner. */
    record Zdns() implements Contestant {

        @Override
        public String name() {
            return "zdns";
        }

        @Override
        public List<String> command(Path workshop, int port, Field field) {
            String fixed = "zdns SOA --retries 0 --threads 1000 --name-servers 127.0.0.1:" + port;
            return words(
                    fixed,
                    "--input-file",
                    list(field),
                    "--output-file",
                    result(workshop).toString());
        }

        @Override
        public int answered(Path workshop, List<String> output) throws IOException {
            return linesWith(result(workshop), "NOERROR");
        }
    }

    /** Every peer that this machine has; says which it lacks. */
    static List<Contestant> peersOnThePath() {
        Map<String, Contestant> peers = new LinkedHashMap<>();
        peers.put("dnsperf", new DnsPerf());
        peers.put("massdns", new MassDns());
        peers.put("zdns", new Zdns());
        List<Contestant> present = new ArrayList<>();
        peers.forEach((program, peer) -> {
            if (isOnThePath(program)) {
                present.add(peer);
            } else {
                System.out.println("not on the PATH: " + program);
            }
        });
        return present;
    }

    private static boolean isOnThePath(String program) {
        String path = System.getenv().getOrDefault("PATH", "");
        return List.of(path.split(":")).stream().anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    private static Path result(Path workshop) {
        return workshop.resolve("answers.ndjson");
    }

    private static String list(Field field) {
        return field.list().toString();
    }

    private static List<String> words(String fixed, String... more) {
        List<String> words = new ArrayList<>(List.of(fixed.split(" ")));
        words.addAll(List.of(more));
        return words;
    }

    private static int linesWith(Path file, String word) throws IOException {
        try (Stream<String> lines = Files.lines(file)) {
            return (int) lines.filter(line -> line.contains(word)).count();
        }
    }
}
