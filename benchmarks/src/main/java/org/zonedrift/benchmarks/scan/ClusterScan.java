package org.zonedrift.benchmarks.scan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.zonedrift.benchmarks.scan.Expedition.Usage;

/** Scans by the job on a Flink cluster that is started for each; what they cost, seen from outside. */
final class ClusterScan {

    /** As much heap as a scan of these sizes likes to have by itself. */
    private static final String HEAP_MIB = "1024";

    private static final String JAVA_OPTIONS = "-XX:+UseParallelGC -Dio.netty.leakDetection.level=disabled";

    private final Path script;
    private final Path workshop;

    ClusterScan(Path project, Path workshop) {
        this.script = project.resolve("scripts/flink-cluster");
        this.workshop = workshop;
    }

    /** So many workers, each with so many slots, all of them taken. */
    record Layout(int workers, int slots) {

        int subtasks() {
            return workers * slots;
        }

        String text() {
            return "Flink, %d subtask%s in %d worker%s"
                    .formatted(subtasks(), subtasks() == 1 ? "" : "s", workers, workers == 1 ? "" : "s");
        }
    }

    /** CPU seconds from the submission to the end of the job; what the parts take to start is not in them, but for the client. */
    record Cost(double manager, double workers, double client, long zones) {

        double all() {
            return manager + workers + client;
        }
    }

    /** Builds the job's jar where that is stale. */
    Path jar() throws IOException, InterruptedException {
        Process builder = new ProcessBuilder(script.toString(), "jar")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String jar = builder.inputReader().readLine();
        if (builder.waitFor() != 0 || jar == null) {
            throw new IOException("the job's jar could not be built");
        }
        return Path.of(jar);
    }

    /** One scan of all names, whose results are checked. */
    Cost run(Layout layout, Errand errand, ServedTld tld) throws IOException, InterruptedException {
        Path results = workshop.resolve("flink-results");
        clear(results);
        Process holder = script(
                        List.of("taskset", "-c", "0"),
                        List.of("hold", String.valueOf(layout.workers), String.valueOf(layout.slots)))
                .start();
        try {
            if (holder.inputReader().readLine() == null) {
                throw new IOException("no cluster: see " + cluster());
            }
            double manager = cpuSeconds("jobmanager");
            double workers = cpuSeconds("worker-");
            submit(layout, errand, tld, results);
            long zones = checked(errand, tld, results);
            return new Cost(
                    cpuSeconds("jobmanager") - manager,
                    cpuSeconds("worker-") - workers,
                    Usage.in(usage(), 0).cpuMicros() / 1e6,
                    zones);
        } finally {
            holder.getOutputStream().close();
            holder.waitFor();
        }
    }

    private void submit(Layout layout, Errand errand, ServedTld tld, Path results)
            throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of("run", "-p", String.valueOf(layout.subtasks()), "--"));
        words.addAll(Expedition.where(errand, tld, Long.MAX_VALUE));
        words.addAll(errand.options());
        words.addAll(List.of(
                "--manifest", manifest().toString(), "-o", results.toUri().toString()));
        Path said = workshop.resolve("flink-said.txt");
        Process client = script(
                        List.of(workshop.resolve("rusage").toString(), usage().toString(), "taskset", "-c", "0"), words)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        if (client.waitFor() != 0) {
            throw new IOException(layout.text() + ":\n" + Files.readString(said));
        }
    }

    private long checked(Errand errand, ServedTld tld, Path results) throws IOException {
        long targets = ManifestFigures.in(manifest()).targets();
        Verdicts.Count found = Verdicts.of(errand, tld.world(), finished(results));
        if (found.records() != targets || found.rightShare() < Expedition.RIGHT_MIN) {
            throw new IOException(
                    "%d targets, %d records, %.4f right".formatted(targets, found.records(), found.rightShare()));
        }
        return targets;
    }

    private static List<Path> finished(Path results) throws IOException {
        try (Stream<Path> files = Files.walk(results)) {
            return files.filter(file -> file.getFileName().toString().startsWith("part-"))
                    .toList();
        }
    }

    private ProcessBuilder script(List<String> wrapper, List<String> words) {
        List<String> command = new ArrayList<>(wrapper);
        command.addAll(List.of(script.toString(), "-d", cluster().toString()));
        command.addAll(words);
        ProcessBuilder process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        process.environment().put("JAVA_HOME", System.getProperty("java.home"));
        process.environment().put("FLINK_JAVA_OPTIONS", JAVA_OPTIONS);
        process.environment().put("FLINK_TASK_HEAP_MIB", HEAP_MIB);
        return process;
    }

    /** What the processes have used whose names begin so. */
    private double cpuSeconds(String name) throws IOException {
        double seconds = 0;
        try (Stream<Path> files = Files.list(cluster().resolve("pids"))) {
            for (Path file : files.filter(one -> one.getFileName().toString().startsWith(name))
                    .toList()) {
                Duration used = ProcessHandle.of(
                                Long.parseLong(Files.readString(file).strip()))
                        .flatMap(process -> process.info().totalCpuDuration())
                        .orElseThrow(() -> new IOException(file + " is gone, or nobody tells what it used"));
                seconds += used.toNanos() / 1e9;
            }
        }
        return seconds;
    }

    private static void clear(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private Path cluster() {
        return workshop.resolve("flink-cluster");
    }

    private Path manifest() {
        return workshop.resolve("flink-manifest.json");
    }

    private Path usage() {
        return workshop.resolve("flink-usage.txt");
    }
}
