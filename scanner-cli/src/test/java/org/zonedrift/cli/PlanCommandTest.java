package org.zonedrift.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How long a scan would take, through the command. */
class PlanCommandTest {

    private static final String ZONE_FILE = """
            lab.\t900\tin\tsoa\ta.nic.lab. host.nic.lab. 1795133520 1800 900 604800 86400
            lab.\t86400\tin\tns\ta.nic.lab.
            a.nic.lab.\t86400\tin\ta\t192.0.2.1
            one.lab.\t86400\tin\tns\tns1.one.lab.
            one.lab.\t86400\tin\tns\tns1.provider.example.
            ns1.one.lab.\t86400\tin\ta\t198.51.100.1
            two.lab.\t86400\tin\tns\tns1.provider.example.
            tri.lab.\t86400\tin\tns\tns1.provider.example.
            """;

    @TempDir
    Path folder;

    @Test
    void aZoneFileIsPlannedWithoutAQuestion() throws Exception {
        Path file = Files.writeString(folder.resolve("lab.txt"), ZONE_FILE);
        CommandRun run = CommandRun.of("plan", "--input-format", "zone", "--rate-per-server", "1", file.toString());

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).startsWith("3 zones, ").contains("Within the limits: 3 s at least");
        assertThat(run.out()).contains("What takes longest: ns1.provider.example, at 1 query/s.");
    }

    @Test
    void littleIsNotToldAsNothing() throws Exception {
        Path file = Files.writeString(folder.resolve("lab.txt"), ZONE_FILE);
        CommandRun run = CommandRun.of("plan", "--input-format", "zone", file.toString());

        assertThat(run.out()).contains("Bandwidth: ", " MB.").doesNotContain(" 0.0 ", "GB");
    }

    @Test
    void aListDoesNotSayWhoServesItsZones() {
        CommandRun run = CommandRun.withInput("example.com\nexample.net\n", "plan", "-");

        assertThat(run.err()).contains("Of 2 zones the input does not say who serves them");
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void aProfileIsPlannedFromASample() {
        CommandRun run = CommandRun.of("plan", "--zones", "20000", "--profile", "tld");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("zones, ").contains("Bandwidth: ").contains("busiest server");
    }

    @Test
    void eitherFilesOrANumberIsPlanned() {
        assertThat(CommandRun.of("plan").exitCode()).isEqualTo(2);
        assertThat(CommandRun.of("plan", "--zones", "5", "names.txt").exitCode())
                .isEqualTo(2);
    }
}
