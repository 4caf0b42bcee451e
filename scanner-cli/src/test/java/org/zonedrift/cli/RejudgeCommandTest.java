package org.zonedrift.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Result files judged anew, through the command. */
class RejudgeCommandTest {

    private static final Path GOLDEN = Path.of("../scanner-core/src/test/resources/records");

    @TempDir
    Path folder;

    private Path results;
    private List<String> records = List.of();

    @BeforeEach
    void gatherTheGoldenRecords() throws Exception {
        results = folder.resolve("results.ndjson");
        try (Stream<Path> files = Files.list(GOLDEN).sorted()) {
            records = files.map(RejudgeCommandTest::record).toList();
        }
        Files.write(results, records);
    }

    private static String record(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void recordsThatFollowFromTheirEvidenceAreNothingToTell() {
        CommandRun run = CommandRun.of("rejudge", results.toString());
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).isEqualTo(records.size() + " records judged anew: every one concludes what it did\n");
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void aRecordThatWouldConcludeOtherwiseIsTold() throws Exception {
        Files.writeString(
                results,
                records.get(1)
                        .replace(
                                "\"verdict\":\"MISMATCH\",\"reason\":\"within-source\"", "\"verdict\":\"CONSISTENT\""));
        CommandRun run = CommandRun.of("rejudge", results.toString());
        assertThat(run.out())
                .isEqualTo(results + ":1 example.com: verdict was CONSISTENT, would be MISMATCH; "
                        + "reason was absent, would be within-source\n");
        assertThat(run.err()).contains("1 record judged anew: 1 would conclude otherwise");
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @Test
    void packedFilesAreWrittenAndReadAgainTheSame() {
        for (String ending : List.of(".gz", ".zst")) {
            Path packed = folder.resolve("again.ndjson" + ending);
            assertThat(CommandRun.of("rejudge", results.toString(), "-o", packed.toString())
                            .exitCode())
                    .isZero();
            CommandRun plain = CommandRun.of("rejudge", packed.toString(), "-o", "-");
            assertThat(plain.out().lines()).containsExactlyElementsOf(records);
        }
    }

    @Test
    void theFolderOfARunStandsForItsResults() throws Exception {
        Files.move(results, folder.resolve("results-00000.ndjson"));
        assertThat(CommandRun.of("rejudge", folder.toString()).err()).contains(records.size() + " records");
        CommandRun none = CommandRun.of("rejudge", GOLDEN.toString());
        assertThat(none.err()).contains("holds no results");
        assertThat(none.exitCode()).isEqualTo(3);
    }

    @Test
    void whatIsNoRecordIsNamedAndTheRestIsJudged() {
        CommandRun run = CommandRun.withInput("{\"schema\":\"other/1\"}\n" + records.get(0) + "\n", "rejudge", "-");
        assertThat(run.err())
                .contains("standard input:1: not a record: the schema is not zonedrift/1", "1 record judged anew");
        assertThat(run.exitCode()).isEqualTo(3);
    }

    @Test
    void aMissingFileIsOneLine() {
        CommandRun run = CommandRun.of("rejudge", folder.resolve("none").toString());
        assertThat(run.err()).isEqualTo("zonedrift rejudge: no such file: " + folder.resolve("none") + "\n");
        assertThat(run.exitCode()).isEqualTo(3);
    }
}
