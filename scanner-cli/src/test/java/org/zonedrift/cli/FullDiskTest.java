package org.zonedrift.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zonedrift.sim.export.WorldFiles;
import org.zonedrift.sim.loopback.SimulatedInternet;
import org.zonedrift.sim.world.Profile;
import org.zonedrift.sim.world.World;

/** A run on a file system that is too small for it: it says so, keeps what is whole, and goes on when there is room. */
@Tag("slow")
class FullDiskTest {

    private static final int ZONES = 300;

    @TempDir
    Path folder;

    private Path disk;
    private boolean isMounted;

    @BeforeEach
    void mount() throws Exception {
        disk = Files.createDirectory(folder.resolve("disk"));
        // A container may be root and still not be allowed to.
        isMounted = sh("mount", "-t", "tmpfs", "-o", "size=72k", "zonedrift", disk.toString()) == 0;
        assumeTrue(isMounted, "needs: mount (as root)");
    }

    @AfterEach
    void nothingOfItIsOpenAnyMore() throws Exception {
        if (isMounted && sh("umount", disk.toString()) != 0) {
            sh("umount", "--lazy", disk.toString());
            fail("some file on the full disk was not closed");
        }
    }

    private static int sh(String... command) throws Exception {
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            return -1;
        }
    }

    @Test
    void aFullDiskStopsARunThatGoesOnWhenThereIsRoom() throws Exception {
        try (SimulatedInternet internet =
                SimulatedInternet.serve(new World(World.Origin.of(Profile.TOPLIST, 5, ZONES)), 0)) {
            Path world = folder.resolve("world");
            new WorldFiles(internet.world(), internet.port()).writeTo(world);
            Path run = disk.resolve("run");
            String[] scan = {
                "scan",
                "@" + world.resolve("scan.args"),
                world.resolve("domains.txt").toString(),
                "--recheck",
                "none",
                "-j",
                "20",
                "--checkpoint",
                "100ms",
                "--progress",
                "none",
                "--run",
                run.toString()
            };
            CommandRun full = CommandRun.of(scan);
            assertThat(full.exitCode()).isEqualTo(3);
            assertThat(full.err()).contains("the disk is full", "then the same command goes on: zonedrift scan");
            int kept = new RunFolder(run).verdicts().size();
            assertThat(kept).as("whole records").isLessThan(ZONES);

            assertThat(sh("mount", "-o", "remount,size=16m", disk.toString())).isZero();
            CommandRun rest = CommandRun.of(scan);
            assertThat(rest.exitCode()).isZero();
            assertThat(new RunFolder(run).verdicts()).hasSize(ZONES);
            new RunFolder(run).holdsWhatItPromises();
        }
    }

    @Test
    void aFullDiskStopsAScanIntoAFileWithWholeChunks() throws Exception {
        Path list = folder.resolve("list.txt");
        // Lines that are no names lead to records without a question.
        Files.write(
                list, IntStream.range(0, 20_000).mapToObj(i -> "no name " + i).toList());
        Path results = disk.resolve("results.ndjson");
        CommandRun scan = CommandRun.of(
                "scan",
                "--input-format",
                "list",
                list.toString(),
                "--emit",
                "all",
                "--progress",
                "none",
                "--checkpoint",
                "50ms",
                "-o",
                results.toString());

        assertThat(scan.exitCode()).isEqualTo(3);
        assertThat(scan.err()).contains("cannot write " + results + ": the disk is full; what is in it is whole");
        assertThat(Files.readAllLines(results)).allMatch(line -> line.endsWith("}"));
    }
}
