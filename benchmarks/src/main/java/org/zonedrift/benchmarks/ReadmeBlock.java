package org.zonedrift.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The stretch of the benchmarks' README that one benchmark writes.
 *
 * @param name of the benchmark, as {@code scripts/bench} takes it
 */
public record ReadmeBlock(String name) {

    /** Puts the table where the last one stood, or at the end. */
    public void write(Path readme, String table) throws IOException {
        String text = Files.exists(readme) ? Files.readString(readme) : "# Benchmarks\n";
        String begin = "<!-- %s: written by scripts/bench %s -->".formatted(name, name);
        String end = "<!-- end of %s -->".formatted(name);
        int from = text.indexOf(begin);
        int to = text.indexOf(end);
        String block = begin + "\n" + table + end;
        String whole = from < 0 || to < from
                ? text + "\n" + block + "\n"
                : text.substring(0, from) + block + text.substring(to + end.length());
        Files.writeString(readme, whole);
    }
}
