package org.zonedrift.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The benchmark from its command line to its tables. */
class BenchTest {

    @TempDir
    Path folder;

    @Test
    void theDemoNeedsNothing() {
        CommandRun run = CommandRun.of("bench", "--demo", "--rate", "50", "--count", "40", "--warm-up", "0s");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out())
                .contains("good (127.0.0.1:", "slow (", "lossy (", "stale (")
                .contains("  Queries sent:         40\n", "  Queries completed:    40 (100.00%)\n")
                .contains("  Average Latency (s):  ")
                .containsPattern("resolver +q/s +lost");
    }

    @Test
    void aLightLoadEndsWithTheAdviceToRaiseIt() throws IOException {
        Path names = Files.writeString(folder.resolve("names"), "; as dnsperf has it\nexample.test A\nexample.test\n");

        CommandRun run = CommandRun.of(
                "bench", "--demo", "-d", names.toString(), "--count", "20", "--warm-up", "0s", "-l", "1s");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains("--ramp 60s");
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        assertThat(CommandRun.of("bench").err()).contains("--demo");
        assertThat(CommandRun.of("bench", "-s", "127.0.0.1").err()).contains("--names");
        assertThat(CommandRun.of("bench", "--demo", "--rate", "5", "--ramp", "3s")
                        .err())
                .contains("exclude one another");
        assertThat(CommandRun.of("bench", "--demo", "--rate", "0").exitCode()).isEqualTo(2);
        assertThat(CommandRun.of("bench", "--demo", "--type", "NOSUCH", "-d", "/dev/null")
                        .exitCode())
                .isEqualTo(2);
        assertThat(CommandRun.of("bench", "--demo", "--no-edns", "--dnssec").err())
                .contains("--dnssec needs EDNS");
    }
}
