package org.zonedrift.benchmarks.probes;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The names of one run, as the contestants read them.
 *
 * @param names how many
 * @param questions a file of lines {@code name SOA}, for dnsperf, to be read so many times
 * @param list a file with one name in each line
 */
public record Field(int names, Path questions, int laps, Path list) {

    /** Files that hold the names from 0 up. */
    public static Field of(Path workshop, int names, int laps) throws IOException {
        Path questions = workshop.resolve("questions.txt");
        Path list = workshop.resolve("names-" + names + ".txt");
        write(questions, names / laps, " SOA");
        write(list, names, "");
        return new Field(names, questions, laps, list);
    }

    private static void write(Path file, int names, String suffix) throws IOException {
        try (BufferedWriter writer = Files.newBufferedWriter(file)) {
            for (int number = 0; number < names; number++) {
                writer.write(BenchNames.name(number) + suffix + "\n");
            }
        }
    }

    /** Writes one line into a file and answers the file. */
    static Path oneLine(Path file, String line) {
        try {
            return Files.writeString(file, line + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
