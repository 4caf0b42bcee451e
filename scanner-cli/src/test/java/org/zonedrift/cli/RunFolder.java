package org.zonedrift.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.ZstdInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.zonedrift.output.RecordReader;
import org.zonedrift.output.WrittenRecord;

/** What a run left in its folder, held against what a manifest promises. */
record RunFolder(Path folder) {

    private static final int PORT = 53;

    List<String> lines() throws IOException {
        List<String> lines = new ArrayList<>();
        for (Path file : segments()) {
            lines.addAll(linesOf(file));
        }
        return lines;
    }

    List<Path> segments() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith("results-"))
                    .sorted()
                    .toList();
        }
    }

    static List<String> linesOf(Path file) throws IOException {
        if (Files.size(file) == 0) {
            return List.of();
        }
        try (InputStream plain = new ZstdInputStream(Files.newInputStream(file))) {
            String text = new String(plain.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(text).as("the last line is whole").endsWith("}\n");
            return text.lines().toList();
        }
    }

    /** What every line of the input came to; fails where a line has two records. */
    Map<Long, String> verdicts() throws IOException {
        RecordReader reader = new RecordReader(PORT);
        Map<Long, String> verdicts = new TreeMap<>();
        for (String line : lines()) {
            WrittenRecord record = reader.read(line);
            String before = verdicts.put(
                    record.line().number(),
                    record.name() + " " + record.conclusion().verdict() + " "
                            + record.conclusion().reason());
            assertThat(before).as("two records of one line").isNull();
        }
        return verdicts;
    }

    Map<?, ?> manifest() throws IOException {
        return (Map<?, ?>) Json.parse(Files.readString(folder.resolve("manifest.json")));
    }

    /** All that anybody can check of a finished run without asking a server. */
    void holdsWhatItPromises() throws IOException {
        Map<?, ?> manifest = manifest();
        Map<?, ?> results = (Map<?, ?>) manifest.get("results");
        long records = 0;
        for (Object input : (List<?>) manifest.get("inputs")) {
            records += number(((Map<?, ?>) input).get("records"));
        }
        assertThat(number(results.get("targets"))).as("targets").isEqualTo(records);
        assertThat(sum(results.get("by_verdict"))).as("verdicts").isEqualTo(records);
        long written = 0;
        List<String> names = new ArrayList<>();
        for (Object output : (List<?>) manifest.get("outputs")) {
            Map<?, ?> file = (Map<?, ?>) output;
            Path path = folder.resolve(String.valueOf(file.get("name")));
            names.add(path.getFileName().toString());
            assertThat(Files.size(path)).isEqualTo(number(file.get("bytes")));
            assertThat(sha256(path)).isEqualTo(file.get("sha256"));
            assertThat(linesOf(path)).hasSize((int) number(file.get("records")));
            written += number(file.get("records"));
        }
        assertThat(names)
                .isEqualTo(segments().stream()
                        .map(path -> path.getFileName().toString())
                        .toList());
        assertThat((long) lines().size()).isEqualTo(written);
    }

    static long number(Object value) {
        return ((Number) value).longValue();
    }

    static long sum(Object counts) {
        return ((Map<?, ?>) counts)
                .values().stream().mapToLong(RunFolder::number).sum();
    }

    static String sha256(Path file) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
