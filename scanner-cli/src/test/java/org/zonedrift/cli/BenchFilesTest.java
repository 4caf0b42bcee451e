package org.zonedrift.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogReader;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** The files that a benchmark leaves behind: JSON, HdrHistogram logs, and a page that says the same. */
class BenchFilesTest {

    private static final int QUERIES = 60;
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Pattern CELL = Pattern.compile("<td data-key=\"([^\"]+)\">([^<]*)</td>");

    @TempDir
    static Path folder;

    @BeforeAll
    static void measure() {
        CommandRun run = CommandRun.of(
                "bench",
                "--demo",
                "--rate",
                "60",
                "--count",
                "" + QUERIES,
                "--warm-up",
                "0s",
                "--staleness",
                "8",
                "-o",
                folder.resolve("results.json").toString(),
                "--html",
                folder.resolve("page.html").toString(),
                "--hlog",
                folder.resolve("hlog").toString());
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains("SOA records beside those of the zones' own servers:", "This machine: ");
    }

    @Test
    void theJsonIsWholeAndCountsEveryQuery() throws IOException {
        String json = Files.readString(folder.resolve("results.json"));

        assertThat(numbers(json, "sent")).contains((double) QUERIES);
        assertThat(json).contains("\"schema\": \"zonedrift-bench/1\"", "\"hdr\": \"", "\"schedule_lag_ms\"");
        assertThat(numbers(json, "pairs")).hasSize(4).allMatch(pairs -> pairs == QUERIES);
        assertThat(numbers(json, "cache_hit_est")).hasSize(4).allMatch(share -> share >= 0 && share <= 1);
        assertThat(numbers(json, "zones")).hasSize(4).allMatch(zones -> zones > 0);
    }

    @Test
    void theLogsOpenAgainAndHoldEveryAnswer() throws IOException {
        try (Stream<Path> logs = Files.list(folder.resolve("hlog"))) {
            for (Path log : logs.toList()) {
                long answers = 0;
                HistogramLogReader reader = new HistogramLogReader(log.toFile());
                for (var one = reader.nextIntervalHistogram(); one != null; one = reader.nextIntervalHistogram()) {
                    answers += ((Histogram) one).getTotalCount();
                }
                assertThat(answers).as(log.toString()).isBetween(QUERIES * 8L / 10, (long) QUERIES);
            }
        }
    }

    @Test
    void thePageNeedsNothingElse() throws IOException {
        String page = Files.readString(folder.resolve("page.html"));

        assertThat(page).doesNotContain("http://", "https://", "src=", "@import", "url(");
        assertThat(page).contains("name=\"viewport\"", "@media print");
    }

    @Tag("interop")
    @Test
    void aBrowserShowsTheNumbersOfTheJson() throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(CHROMIUM), "needs: chromium");
        String shown = browser("--dump-dom");
        List<Double> json = allNumbers(Files.readString(folder.resolve("results.json")));

        List<Double> cells = new ArrayList<>();
        Matcher cell = CELL.matcher(shown);
        while (cell.find()) {
            if (!cell.group(2).isEmpty() && !cell.group(2).equals("timeout")) {
                cells.add(Double.parseDouble(cell.group(2)));
            }
        }

        assertThat(cells).hasSizeGreaterThan(60).allMatch(json::contains);
        assertThat(shown).contains("<svg", "class=\"line r3\"");
        assertThat(shown).doesNotContain("NaN", "Infinity");
    }

    private static String browser(String what) throws IOException {
        Path out = folder.resolve("dom.html");
        Process process = new ProcessBuilder(
                        CHROMIUM.toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--user-data-dir=" + folder.resolve("profile"),
                        what,
                        folder.resolve("page.html").toUri().toString())
                .redirectOutput(out.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(Program.exitCode(process)).as("the browser ended").isZero();
        return Files.readString(out, StandardCharsets.UTF_8);
    }

    private static List<Double> allNumbers(String json) {
        return numbers(json, "");
    }

    /** All numbers under this key; under every key for the empty one. */
    private static List<Double> numbers(String json, String key) {
        List<Double> found = new ArrayList<>();
        try (JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), json)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                boolean isNumber = token == JsonToken.VALUE_NUMBER_INT || token == JsonToken.VALUE_NUMBER_FLOAT;
                if (isNumber && (key.isEmpty() || key.equals(parser.currentName()))) {
                    found.add(parser.getDoubleValue());
                }
            }
        }
        return found;
    }
}
