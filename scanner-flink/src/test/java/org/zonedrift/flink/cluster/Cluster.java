package org.zonedrift.flink.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** A Flink cluster of several processes, by {@code scripts/flink-cluster}; it ends when this process does, however that ends. */
final class Cluster implements AutoCloseable {

    /** Where nothing has happened for so long, nothing will: continuous integration has two busy cores. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final long PAUSE_MILLIS = 200;

    /** Processes that live for a minute start fast rather than run fast. */
    private static final String JAVA_OPTIONS =
            "-ea:org.zonedrift... -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Dio.netty.leakDetection.level=disabled";

    private final Path folder;
    private final Process holder;
    private final URI rest;
    private final HttpClient client = HttpClient.newHttpClient();
    private final List<Process> submitted = new ArrayList<>();

    private Cluster(Path folder, Process holder, URI rest) {
        this.folder = folder;
        this.holder = holder;
        this.rest = rest;
    }

    /** A JobManager and so many workers of one slot each, with its files in this folder. */
    static Cluster start(Path folder, int workers) throws IOException {
        Process holder = script(folder, List.of("hold", String.valueOf(workers)))
                .redirectError(
                        Files.createDirectories(folder).resolve("holder.log").toFile())
                .start();
        String address = holder.inputReader().readLine();
        if (address == null) {
            throw new AssertionError("no cluster:\n" + Files.readString(folder.resolve("holder.log")));
        }
        return new Cluster(folder, holder, URI.create(address));
    }

    private static ProcessBuilder script(Path folder, List<String> words) {
        List<String> command =
                new ArrayList<>(List.of(Project.file("scripts/flink-cluster").toString(), "-d", folder.toString()));
        command.addAll(words);
        ProcessBuilder script = new ProcessBuilder(command);
        script.environment().put("JAVA_HOME", System.getProperty("java.home"));
        script.environment().put("FLINK_JAVA_OPTIONS", JAVA_OPTIONS);
        return script;
    }

    /** Submits a jar with these words, on so many subtasks; the process ends with the job. */
    Process run(Path jar, int parallelism, List<String> arguments) throws IOException {
        List<String> words = new ArrayList<>(List.of("run", "-p", String.valueOf(parallelism), "--"));
        words.addAll(arguments);
        ProcessBuilder script = script(folder, words)
                .redirectErrorStream(true)
                .redirectOutput(clientLog().toFile());
        script.environment().put("JOB_JAR", jar.toString());
        Process client = script.start();
        submitted.add(client);
        return client;
    }

    /** The end of the job; fails where it does not end. */
    int exitCode(Process client) throws InterruptedException {
        if (!client.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("the job does not end:\n" + told());
        }
        return client.exitValue();
    }

    void killWorker(int number) throws IOException, InterruptedException {
        call("kill-worker", String.valueOf(number));
    }

    void addWorker() throws IOException, InterruptedException {
        call("add-worker");
    }

    private void call(String... words) throws IOException, InterruptedException {
        Process script = script(folder, List.of(words)).inheritIO().start();
        if (!script.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS) || script.exitValue() != 0) {
            script.destroyForcibly();
            throw new AssertionError(String.join(" ", words) + " failed:\n" + told());
        }
    }

    /** What the JobManager answers to a GET. */
    String ask(String path) {
        try {
            return client.send(
                            HttpRequest.newBuilder(rest.resolve(path))
                                    .timeout(PATIENCE)
                                    .build(),
                            BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Looks until it is so; fails when the client has ended before, or where it takes too long. */
    void await(String what, Process client, BooleanSupplier condition) throws InterruptedException {
        for (long look = 0; look < PATIENCE.toMillis() / PAUSE_MILLIS; look++) {
            if (condition.getAsBoolean()) {
                return;
            }
            if (client.waitFor(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
                throw new AssertionError("ended before " + what + ":\n" + told());
            }
        }
        throw new AssertionError("not so in time: " + what + "\n" + told());
    }

    private Path clientLog() {
        return folder.resolve("client.log");
    }

    /** What the client said, and all processes' last words. */
    String told() {
        StringBuilder told = new StringBuilder();
        try (Stream<Path> logs = Files.list(folder.resolve("logs"))) {
            List<Path> all = new ArrayList<>(logs.toList());
            all.add(clientLog());
            for (Path log : all.stream().filter(Files::exists).toList()) {
                List<String> lines = Files.readAllLines(log);
                told.append("== ").append(log).append('\n');
                lines.subList(Math.max(0, lines.size() - 40), lines.size())
                        .forEach(line -> told.append(line).append('\n'));
            }
        } catch (IOException e) {
            told.append(e);
        }
        return told.toString();
    }

    /** The ids of all processes that were started, killed ones included. */
    List<Long> processes() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("pids"))) {
            List<Long> ids = new ArrayList<>();
            for (Path file : files.toList()) {
                ids.add(Long.parseLong(Files.readString(file).strip()));
            }
            return ids;
        }
    }

    @Override
    public void close() throws IOException {
        submitted.forEach(Process::destroyForcibly);
        holder.getOutputStream().close();
        try {
            if (!holder.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                holder.destroy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
