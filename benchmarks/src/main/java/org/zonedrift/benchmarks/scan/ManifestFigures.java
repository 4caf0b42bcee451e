package org.zonedrift.benchmarks.scan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zonedrift.benchmarks.scan.Outcome.Traffic;

/** The figures of a run's manifest, each under a name that stands there once. */
record ManifestFigures(String text) {

    static ManifestFigures in(Path file) throws IOException {
        return new ManifestFigures(Files.readString(file));
    }

    Traffic traffic() throws IOException {
        return new Traffic(count("udp_sent"), count("udp_answered"), number("p50"), number("p99"));
    }

    /** Targets that were reported; the program tells where these are not those that it took. */
    long targets() throws IOException {
        return count("targets");
    }

    private long count(String name) throws IOException {
        return Math.round(number(name));
    }

    private double number(String name) throws IOException {
        Matcher found = Pattern.compile("\"" + name + "\":\\s*([0-9.]+)").matcher(text);
        if (!found.find()) {
            throw new IOException("the manifest has no " + name);
        }
        return Double.parseDouble(found.group(1));
    }
}
