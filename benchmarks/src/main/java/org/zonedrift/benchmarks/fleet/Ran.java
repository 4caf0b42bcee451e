package org.zonedrift.benchmarks.fleet;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A load generator that has run, and what it printed under dnsperf's labels. */
record Ran(String output) {

    /** Runs to the end; what goes wrong ends the benchmark. */
    static Ran of(Path workshop, List<String> command) throws IOException, InterruptedException {
        Path output = workshop.resolve("output.txt");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            int code = process.waitFor();
            String text = Files.readString(output, StandardCharsets.ISO_8859_1);
            if (code != 0) {
                throw new IOException("exit code " + code + " of " + command + ":\n" + text);
            }
            return new Ran(text);
        } finally {
            process.destroyForcibly();
        }
    }

    /** A command line as words; the paths in it are those of a workshop of ours, and have no blanks. */
    static List<String> words(String command) {
        return List.of(command.split(" ", -1));
    }

    /** The command line of {@code zonedrift bench}, with the heap and collector of the program. */
    static List<String> ours(String options) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseParallelGC",
                "-Xmx512m",
                "-Dio.netty.leakDetection.level=disabled",
                "-cp",
                System.getProperty("java.class.path"),
                "org.zonedrift.cli.Zonedrift",
                "bench",
                "--staleness",
                "0"));
        command.addAll(words(options));
        return command;
    }

    long sent() {
        return Long.parseLong(after("Queries sent: +(\\d+)"));
    }

    long completed() {
        return Long.parseLong(after("Queries completed: +(\\d+)"));
    }

    double meanMillis() {
        return 1e3 * Double.parseDouble(after("Average Latency \\(s\\): +([0-9.]+)"));
    }

    private String after(String pattern) {
        Matcher found = Pattern.compile(pattern).matcher(output);
        if (!found.find()) {
            throw new IllegalStateException("no " + pattern + " in:\n" + output);
        }
        return found.group(1);
    }
}
