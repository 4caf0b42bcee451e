package org.zonedrift.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zonedrift.sim.export.WorldFiles;
import org.zonedrift.sim.gallery.Gallery;
import org.zonedrift.sim.loopback.SimulatedInternet;
import org.zonedrift.sim.world.Families;
import org.zonedrift.sim.world.Profile;
import org.zonedrift.sim.world.World;

/** The commands that cron, systemd and Nagios are given in the documents, run as they stand there. */
@Tag("slow")
class ExamplesTest {

    private static final Path ANALYZER = Path.of("/usr/bin/systemd-analyze");

    @TempDir
    static Path folder;

    private static SimulatedInternet internet;
    private static String examples = "";

    @BeforeAll
    static void serve() throws Exception {
        World world = new World(World.Origin.of(Profile.TOPLIST, 7, 20), new Gallery(Families.IPV4).annexes());
        internet = SimulatedInternet.serve(world, 0);
        new WorldFiles(internet.world(), internet.port()).writeTo(folder);
        Path root = Path.of("").toAbsolutePath();
        while (!Files.exists(root.resolve("CHANGELOG.md"))) {
            root = root.getParent();
        }
        Files.writeString(folder.resolve("zones.txt"), "stale-secondary.exhibit\nalways-one.exhibit\n");
        examples = Files.readString(root.resolve("docs/examples.md"))
                .replace("/etc/zonedrift/zones.txt", folder.resolve("zones.txt").toString())
                .replace(
                        "/var/lib/zonedrift/zone.txt.gz",
                        folder.resolve("sim.txt.gz").toString())
                .replace("--recheck 15s", "--recheck 1s");
        writeProgram();
    }

    /** The program as it would be on the path, in the lab. */
    private static void writeProgram() throws IOException {
        String command = String.join("' '", Program.with(List.of()).command());
        Path program = Files.writeString(
                folder.resolve("zonedrift"),
                "#!/bin/bash\nexec '" + command + "' \"$1\" '@" + folder.resolve("scan.args") + "' \"${@:2}\"\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @AfterAll
    static void close() {
        internet.close();
    }

    private record Said(int exitCode, String text) {}

    private static Said shell(String line) throws IOException {
        Path output = folder.resolve("said.txt");
        ProcessBuilder shell = new ProcessBuilder("sh", "-c", line)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        shell.environment().merge("PATH", folder.toString(), (path, first) -> first + ":" + path);
        int code = Program.exitCode(Program.start(shell));
        return new Said(code, Files.readString(output));
    }

    /** The only part of the page that the pattern captures. */
    private static String example(String pattern) {
        Matcher found = Pattern.compile(pattern, Pattern.MULTILINE).matcher(examples);
        assertThat(found.find()).as(pattern).isTrue();
        return found.group(1);
    }

    @Test
    void nagiosGetsItsCodesAndItsLine() throws Exception {
        String command =
                example("command = \\[ (.*) \\]$").replace("\", \"", " ").replace("\"", "");
        Said behind = shell(command.replace("$zone$", "stale-secondary.exhibit") + " 2>/dev/null");
        assertThat(behind.exitCode()).isEqualTo(2);
        assertThat(behind.text()).startsWith("ZONEDRIFT CRITICAL - ").hasLineCount(1);
        Said even = shell(command.replace("$zone$", "always-one.exhibit") + " 2>/dev/null");
        assertThat(even.exitCode()).isZero();
        assertThat(even.text()).startsWith("ZONEDRIFT OK - ");
    }

    @Test
    void cronMailsWhatIsWrongAndFailsNot() throws Exception {
        Said mail = shell(example("^17 3 \\* \\* \\* (.*)$"));
        assertThat(mail.exitCode()).isZero();
        assertThat(mail.text()).contains("stale-secondary.exhibit: MISMATCH", "is behind the primary");
    }

    @Test
    void theServiceThatChecksEndsAsItsUnitSays() throws Exception {
        Said journal = shell(example("^ExecStart=(zonedrift check .*)$"));
        assertThat(journal.exitCode()).hasToString(example("^SuccessExitStatus=(\\d+)$"));
        assertThat(journal.text()).contains("stale-secondary.exhibit: MISMATCH");
    }

    @Test
    void theServiceThatScansGoesOnWithItsRun() throws Exception {
        String command = example("^ExecStart=(zonedrift scan .*)$");
        assertThat(shell(command).exitCode()).isZero();
        new RunFolder(folder.resolve("this-month")).holdsWhatItPromises();
        assertThat(shell(command).text()).contains("were finished before");
    }

    /** Where systemd is there to ask; it is part of no Debian container. */
    @Test
    void theUnitsAreUnderstood() throws Exception {
        Matcher unit = Pattern.compile("`/etc/systemd/system/([a-z-]+\\.[a-z]+)`:\n\n```ini\n(.*?)```", Pattern.DOTALL)
                .matcher(examples);
        int units = 0;
        while (unit.find()) {
            units++;
            assertThat(unit.group(2)).startsWith("[Unit]\nDescription=").contains("\n\n[");
            Path file = Files.writeString(
                    folder.resolve(unit.group(1)),
                    unit.group(2).replace("ExecStart=zonedrift", "ExecStart=" + folder.resolve("zonedrift")));
            if (Files.isExecutable(ANALYZER)) {
                Said verdict = shell("systemd-analyze verify --man=no '" + file + "'");
                assertThat(verdict.text()).doesNotContain(unit.group(1) + ":");
            }
        }
        assertThat(units).isEqualTo(3);
    }
}
