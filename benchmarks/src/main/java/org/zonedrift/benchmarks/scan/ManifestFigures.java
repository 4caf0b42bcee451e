package org.zonedrift.benchmarks.scan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the manifest of a run tells of it. */
record ManifestFigures(String text) {

    private static final Pattern TARGETS = Pattern.compile("\"targets\":\\s*([0-9]+)");

    static ManifestFigures in(Path file) throws IOException {
        return new ManifestFigures(Files.readString(file));
    }

    /** Targets that were reported; the program tells where these are not those that it took. */
    long targets() throws IOException {
        Matcher found = TARGETS.matcher(text);
        if (!found.find()) {
            throw new IOException("the manifest does not tell of its targets");
        }
        return Long.parseLong(found.group(1));
    }
}
