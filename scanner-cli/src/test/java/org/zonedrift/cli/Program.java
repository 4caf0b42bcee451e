package org.zonedrift.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The program in a process of its own, from the classes under test. */
final class Program {

    private static final long LONGEST_MINUTES = 5;

    /** What the manifest of the one jar allows too; else a JVM of 24 or newer warns on stderr. */
    private static final String AS_THE_JAR = "--enable-native-access=ALL-UNNAMED";

    private Program() {}

    /** How to start it with these arguments; it starts fast rather than runs fast. */
    static ProcessBuilder with(List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-ea",
                "-XX:TieredStopAtLevel=1",
                "-Xmx256m",
                AS_THE_JAR,
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Zonedrift.class.getName()));
        command.addAll(arguments);
        return new ProcessBuilder(command);
    }

    /** The exit code; a process that does not end is killed, which no test expects. */
    static int exitCode(Process process) {
        try {
            if (!process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
            }
            return process.waitFor();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static Process start(ProcessBuilder builder) {
        try {
            return builder.start();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
