package org.zonedrift.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.zonedrift.sim.export.WorldFiles;
import org.zonedrift.sim.loopback.SimulatedInternet;
import org.zonedrift.sim.world.Profile;
import org.zonedrift.sim.world.SimulatedZone.Drift;
import org.zonedrift.sim.world.World;

/**
 * A real process that is killed again and again after so many questions, while servers in this process
 * answer it, until what is left of the run is done between two kills.
 */
@Tag("slow")
class CrashTest {

    private static final int ZONES = 300;

    /** From here on it is left alone: a run that never ends proves nothing. */
    private static final int KILLS_MAX = 15;

    private static final int KILLED = 128 + 9;

    /** Of other zones, when one looks decides what one sees. */
    private static final Set<Drift> STANDING = EnumSet.of(Drift.NONE, Drift.UNCHANGED);

    @TempDir
    static Path world;

    @TempDir
    Path folder;

    private static final AtomicLong QUESTIONS = new AtomicLong();
    private static volatile Runnable onQuestion = () -> {};
    private static SimulatedInternet internet;

    @BeforeAll
    static void serve() throws Exception {
        internet = SimulatedInternet.serve(new World(World.Origin.of(Profile.TOPLIST, 5, ZONES)), 0, () -> {
            QUESTIONS.incrementAndGet();
            onQuestion.run();
        });
        new WorldFiles(internet.world(), internet.port()).writeTo(world);
    }

    @AfterAll
    static void close() {
        internet.close();
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(
                1, System.getProperty("zonedrift.tier", "full").equals("all") ? 5 : 1);
    }

    private static List<String> scanInto(Path run) {
        return List.of(
                "scan",
                "@" + world.resolve("scan.args"),
                world.resolve("domains.txt").toString(),
                "--recheck",
                "3s",
                "-j",
                "50",
                "--checkpoint",
                "200ms",
                "--progress",
                "none",
                "--run",
                run.toString());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void howeverOftenItIsKilledEveryTargetHasOneRecordAndItsVerdict(long seed) throws Exception {
        long before = QUESTIONS.get();
        CommandRun whole = CommandRun.of(scanInto(folder.resolve("whole")).toArray(String[]::new));
        assertThat(whole.exitCode()).isZero();
        int ofWhole = (int) (QUESTIONS.get() - before);
        Map<Long, String> expected = new RunFolder(folder.resolve("whole")).verdicts();
        assertThat(expected).hasSize(ZONES);
        Set<Long> moving = expected.keySet().stream()
                .filter(line ->
                        !STANDING.contains(internet.world().truth(line - 1).drift()))
                .collect(Collectors.toSet());
        expected.keySet().removeAll(moving);
        assertThat(expected).hasSizeGreaterThan(ZONES * 9 / 10);

        Path run = folder.resolve("killed");
        List<Integer> codes = attempts(run, ofWhole, new Random(seed));

        assertThat(codes).hasSizeGreaterThan(2).endsWith(0).startsWith(KILLED);
        RunFolder found = new RunFolder(run);
        Map<Long, String> verdicts = found.verdicts();
        assertThat(verdicts).hasSize(ZONES);
        verdicts.keySet().removeAll(moving);
        assertThat(verdicts).isEqualTo(expected);
        found.holdsWhatItPromises();
        assertThat(found.manifest().get("resumed"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .hasSizeBetween(1, codes.size() - 1);
    }

    private List<Integer> attempts(Path run, int ofWhole, Random random) throws Exception {
        List<Integer> codes = new ArrayList<>();
        while (codes.isEmpty() || codes.get(codes.size() - 1) != 0) {
            File err = folder.resolve("err-" + codes.size()).toFile();
            Process process = Program.start(
                    Program.with(scanInto(run)).redirectError(err).redirectOutput(ProcessBuilder.Redirect.DISCARD));
            if (codes.size() < KILLS_MAX) {
                killAfter(process, QUESTIONS.get() + 1 + random.nextInt(ofWhole / 2));
            }
            int code = Program.exitCode(process);
            onQuestion = () -> {};
            assertThat(code)
                    .as("attempt %s: %s", codes.size(), Files.readString(err.toPath()))
                    .isIn(0, KILLED);
            codes.add(code);
        }
        return codes;
    }

    private static void killAfter(Process process, long question) {
        onQuestion = () -> {
            if (QUESTIONS.get() >= question) {
                process.destroyForcibly();
            }
        };
    }

    @Test
    void aReaderThatGoesAwayEndsTheScanWithoutAWord() throws Exception {
        String unhurried = Files.readString(world.resolve("scan.args")).replace("--rate 0", "--rate 200");
        Path slowly = Files.writeString(folder.resolve("slow.args"), unhurried);
        List<String> arguments = List.of(
                "scan",
                "@" + slowly,
                world.resolve("domains.txt").toString(),
                "--emit",
                "all",
                "--checkpoint",
                "100ms",
                "--progress",
                "none",
                "--recheck",
                "none");
        Path err = folder.resolve("err");
        Process process = Program.start(Program.with(arguments).redirectError(err.toFile()));
        int first = process.getInputStream().read();
        process.getInputStream().close();

        assertThat(first).isEqualTo('{');
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).isEqualTo(141);
        assertThat(Files.readAllLines(err))
                .allSatisfy(line -> assertThat(line).matches("(Writing every zone|Nobody is left alone|Planned: ).*"));
    }
}
