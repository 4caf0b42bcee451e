package org.zonedrift.benchmarks.scan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zonedrift.benchmarks.scan.Outcome.Heap;

/** Adds up what {@code -Xlog:gc} says: how much was allocated, and how long everything stood still. */
final class CollectorLog {

    private static final Pattern PAUSE = Pattern.compile("Pause .* (\\d+)M->(\\d+)M\\(\\d+M\\) ([0-9.]+)ms");

    private CollectorLog() {}

    static String option(Path file) {
        return "-Xlog:gc:file=" + file;
    }

    static Heap read(Path file) throws IOException {
        long allocated = 0;
        long left = 0;
        double paused = 0;
        for (String line : Files.readAllLines(file)) {
            Matcher pause = PAUSE.matcher(line);
            if (pause.find()) {
                allocated += Long.parseLong(pause.group(1)) - left;
                left = Long.parseLong(pause.group(2));
                paused += Double.parseDouble(pause.group(3));
            }
        }
        return new Heap(allocated, paused);
    }
}
