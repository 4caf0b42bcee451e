package org.zonedrift.cli.interop;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Programs that a test needs, wherever this machine has them. */
public final class Programs {

    /** Where Debian puts servers, which is not on everybody's path. */
    private static final List<String> OFF_THE_PATH = List.of("/usr/sbin", "/sbin", "/usr/local/sbin");

    private Programs() {}

    public static Optional<Path> find(String name) {
        return Stream.concat(Stream.of(System.getenv("PATH").split(":")), OFF_THE_PATH.stream())
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Skips the test where the program is missing, and names the Debian package that brings it. */
    public static Path need(String name, String debianPackage) {
        Optional<Path> found = find(name);
        assumeTrue(found.isPresent(), "needs: " + debianPackage);
        return found.orElseThrow();
    }
}
