package org.zonedrift.flink.cluster;

import java.nio.file.Files;
import java.nio.file.Path;

/** The files of the project that is tested. */
public final class Project {

    private Project() {}

    public static Path file(String path) {
        Path here = Path.of("").toAbsolutePath();
        while (!Files.exists(here.resolve("CHANGELOG.md"))) {
            here = here.getParent();
        }
        return here.resolve(path);
    }
}
