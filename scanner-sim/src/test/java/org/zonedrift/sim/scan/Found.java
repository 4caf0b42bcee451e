package org.zonedrift.sim.scan;

import com.github.luben.zstd.ZstdInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.zonedrift.verdict.Verdict;

/** What one record of a run directory says in the end. */
record Found(long line, String name, Verdict verdict) {

    private static final Pattern RECORD =
            Pattern.compile("^\\{.*?\"line\":(\\d+),\"name\":\"([^\"]+)\",\"verdict\":\"([A-Z_]+)\".*}$");

    /** Every record of the results in this folder. */
    static List<Found> in(Path folder) throws IOException {
        List<Found> all = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(path -> path.getFileName().toString().startsWith("results-"))
                    .sorted()
                    .toList()) {
                try (ZstdInputStream in = new ZstdInputStream(Files.newInputStream(file)).setContinuous(true)) {
                    new String(in.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .forEach(line -> all.add(of(line)));
                }
            }
        }
        return all;
    }

    private static Found of(String line) {
        Matcher record = RECORD.matcher(line);
        if (!record.matches()) {
            throw new IllegalArgumentException("no record: " + line);
        }
        return new Found(Long.parseLong(record.group(1)), record.group(2), Verdict.valueOf(record.group(3)));
    }
}
