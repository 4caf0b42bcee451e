package org.zonedrift.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who says which servers a zone has, as the command line chooses it. */
class DelegationWayTest {

    @Test
    void resolversMustBeNamedToBeAsked() {
        CommandRun run = CommandRun.withInput("", "scan", "-", "--delegation", "resolver");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("--delegation resolver needs --resolvers");
    }

    @Test
    void resolversThatNobodyWouldAskAreAMistake() {
        CommandRun run = CommandRun.withInput("", "scan", "-", "--resolvers", "127.0.0.1:5300");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("only with --delegation resolver");
    }

    @Test
    void whoCountsOnAZoneFileMustBringOne() {
        CommandRun scan = CommandRun.withInput("example.com\n", "scan", "-", "--delegation", "zonefile");
        assertThat(scan.exitCode()).isEqualTo(2);
        assertThat(scan.err()).contains("--delegation zonefile needs a TLD zone file");
        CommandRun check = CommandRun.withInput("", "check", "example.com", "--delegation", "zonefile");
        assertThat(check.exitCode()).isEqualTo(2);
        assertThat(check.err()).contains("--delegation zonefile goes with scan");
    }

    @Test
    void resolversInAFileAreReadLineByLine(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("fleet.txt"), "# ours\n127.0.0.1:5300 first\n\nnobody\n");
        CommandRun run = CommandRun.withInput("", "scan", "-", "--delegation", "resolver", "-r", file.toString());
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("--resolvers-file " + file, "'nobody' is not an IP address");
    }

    @Test
    void aFileOfResolversThatIsNotThereIsSaidSo() {
        CommandRun run = CommandRun.withInput("", "scan", "-", "--delegation", "resolver", "-r", "/no/such/file");
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).contains("--resolvers-file /no/such/file cannot be read");
    }

    @Test
    void aFileOfResolversIsEnough(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("fleet.txt"), "127.0.0.1:9 ours\n");
        CommandRun run = CommandRun.withInput(
                "", "scan", "-", "--delegation", "resolver", "-r", file.toString(), "--progress", "none");
        assertThat(run.err()).contains("in = out: 0 targets");
        assertThat(run.exitCode()).isZero();
    }
}
