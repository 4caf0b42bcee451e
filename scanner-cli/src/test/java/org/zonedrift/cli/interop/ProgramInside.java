package org.zonedrift.cli.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.zonedrift.cli.Zonedrift;
import org.zonedrift.cli.scenario.RecordText;

/** The program itself, run in a namespace by a JVM of its own. */
public final class ProgramInside {

    private final NetworkNamespace namespace;
    private final Path folder;
    private final Path hints;
    private final int port;

    public ProgramInside(NetworkNamespace namespace, Path folder, Path hints) {
        this(namespace, folder, hints, Place.PORT);
    }

    /** The same where all servers listen at this port. */
    ProgramInside(NetworkNamespace namespace, Path folder, Path hints, int port) {
        this.port = port;
        this.namespace = namespace;
        this.folder = folder;
        this.hints = hints;
    }

    /** How the program ended, and what it wrote. */
    public record Ended(int code, String out, String err) {}

    /** The record of each of these names. */
    public Map<String, String> scan(List<String> names, List<String> options) {
        try {
            Path list = Files.write(Files.createTempFile(folder, "names", ".txt"), names);
            Map<String, String> records = scanFile(list, options);
            assertThat(records).hasSameSizeAs(names);
            return records;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The record of each name in a file. */
    public Map<String, String> scanFile(Path file, List<String> options) {
        List<String> arguments = new ArrayList<>(List.of("scan", file.toString(), "--recheck", "1s,3s"));
        arguments.addAll(List.of("--emit", "all", "--progress", "none"));
        arguments.addAll(options);
        Ended ended = run(arguments);
        assertThat(ended.code()).as(ended.err()).isZero();
        return byName(ended.out());
    }

    /** Runs it to its end with these arguments, and those that a lab needs. */
    public Ended run(List<String> arguments) {
        List<String> command = new ArrayList<>(javaCommand());
        command.addAll(arguments);
        command.addAll(List.of("--root-hints", hints.toString(), "--port", String.valueOf(port)));
        command.addAll(List.of("--allow-special", "127.0.0.0/8,fd53::/16", "--rate", "0", "--rate-per-server", "0"));
        try {
            Path said = Files.createTempFile(folder, "said", ".txt");
            Process process =
                    namespace.command(command).redirectError(said.toFile()).start();
            String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Ended(process.waitFor(), out, Files.readString(said));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The program without any arguments. */
    static List<String> javaCommand() {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                // Short-lived: the second compiler would not pay.
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Zonedrift.class.getName());
    }

    private static Map<String, String> byName(String lines) {
        Map<String, String> records = new LinkedHashMap<>();
        lines.lines()
                .forEach(line -> records.put(RecordText.parse(line).path("name").asString(), line));
        return records;
    }
}
