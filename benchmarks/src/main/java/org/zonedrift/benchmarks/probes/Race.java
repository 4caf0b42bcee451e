package org.zonedrift.benchmarks.probes;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs one contestant against a responder of its own and tells what that cost. */
public final class Race {

    private static final List<String> CLIENT_CORE = List.of("taskset", "-c", "0");
    private static final List<String> SERVER_CORE = List.of("taskset", "-c", "1");

    private final Path workshop;

    private Race(Path workshop) {
        this.workshop = workshop;
    }

    /** Compiles what is needed. */
    public static Race in(Path workshop, Path sources) throws IOException, InterruptedException {
        for (String program : List.of("responder", "rusage")) {
            List<String> compile = List.of(
                    "cc",
                    "-O2",
                    "-o",
                    workshop.resolve(program).toString(),
                    sources.resolve(program + ".c").toString());
            if (new ProcessBuilder(compile).inheritIO().start().waitFor() != 0) {
                throw new IOException("cc could not compile " + program + ".c");
            }
        }
        return new Race(workshop);
    }

    /** One run; its result is checked before anything is told about it. */
    public Cost run(Contestant contestant, Field field) throws IOException, InterruptedException {
        Process responder = new ProcessBuilder(pinned(SERVER_CORE, program("responder"))).start();
        try (BufferedReader server = responder.inputReader()) {
            int port = Integer.parseInt(server.readLine());
            List<String> output = runClient(contestant.command(workshop, port, field));
            // Its handle, since the process itself would close what it still has to say.
            responder.toHandle().destroy();
            long served = Long.parseLong(server.readLine());
            int answered = contestant.answered(workshop, output);
            if (answered != field.names() || served < field.names()) {
                throw new IOException("%s: %d of %d names answered, the server answered %d:%n%s"
                        .formatted(contestant.name(), answered, field.names(), served, String.join("\n", output)));
            }
            return cost(contestant, output, served);
        } finally {
            responder.destroyForcibly();
        }
    }

    private List<String> runClient(List<String> command) throws IOException, InterruptedException {
        List<String> measured = new ArrayList<>(List.of(program("rusage"), usage().toString()));
        measured.addAll(pinned(CLIENT_CORE, command));
        Path output = workshop.resolve("output.txt");
        Process client = new ProcessBuilder(measured)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            int code = client.waitFor();
            List<String> lines = Files.readAllLines(output, StandardCharsets.ISO_8859_1);
            if (code != 0) {
                throw new IOException("exit code " + code + " of " + command + ":\n" + String.join("\n", lines));
            }
            return lines;
        } finally {
            client.destroyForcibly();
        }
    }

    private Cost cost(Contestant contestant, List<String> output, long served) throws IOException {
        String[] used = Files.readString(usage()).trim().split(" ");
        return new Cost(
                Long.parseLong(used[0]),
                Long.parseLong(used[1]),
                Long.parseLong(used[2]),
                served,
                contestant.details(output));
    }

    private Path usage() {
        return workshop.resolve("usage.txt");
    }

    private String program(String name) {
        return workshop.resolve(name).toString();
    }

    private static List<String> pinned(List<String> pin, String program) {
        return pinned(pin, List.of(program));
    }

    private static List<String> pinned(List<String> pin, List<String> command) {
        List<String> whole = new ArrayList<>(pin);
        whole.addAll(command);
        return whole;
    }

    /**
     * What one run used.
     *
     * @param served queries that the server answered, repetitions included
     */
    public record Cost(long userMicros, long systemMicros, long residentKib, long served, String details) {

        public long cpuMicros() {
            return userMicros + systemMicros;
        }
    }
}
