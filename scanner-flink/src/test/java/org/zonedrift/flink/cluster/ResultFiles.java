package org.zonedrift.flink.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.ZstdInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.zonedrift.output.RecordReader;
import org.zonedrift.output.WrittenRecord;
import org.zonedrift.verdict.Verdict;

/**
 * The finished files that a job left in a folder; those that it was at begin with a dot.
 *
 * @param port at which the servers listened
 */
record ResultFiles(Path folder, int port) {

    List<Path> finished() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith("part-"))
                    .sorted()
                    .toList();
        }
    }

    /** The verdict of each name; fails where one is told twice. */
    Map<String, Verdict> verdicts() throws IOException {
        RecordReader reader = new RecordReader(port);
        Map<String, Verdict> verdicts = new TreeMap<>();
        for (String line : lines()) {
            WrittenRecord record = reader.read(line);
            Verdict before =
                    verdicts.put(record.name().toString(), record.conclusion().verdict());
            assertThat(before).as("two records of %s", record.name()).isNull();
        }
        return verdicts;
    }

    private List<String> lines() throws IOException {
        List<String> lines = new ArrayList<>();
        for (Path file : finished()) {
            try (InputStream plain = new ZstdInputStream(Files.newInputStream(file))) {
                String text = new String(plain.readAllBytes(), StandardCharsets.UTF_8);
                assertThat(text).as("the last line is whole").endsWith("}\n");
                text.lines().forEach(lines::add);
            }
        }
        return lines;
    }
}
