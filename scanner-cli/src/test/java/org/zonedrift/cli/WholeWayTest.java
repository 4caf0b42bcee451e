package org.zonedrift.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zonedrift.sim.export.WorldFiles;
import org.zonedrift.sim.loopback.SimulatedInternet;
import org.zonedrift.sim.world.Profile;
import org.zonedrift.sim.world.World;

/** The program over real sockets, against the simulated Internet. */
class WholeWayTest {

    private static final int ZONES = 60;

    @TempDir
    static Path folder;

    private static SimulatedInternet internet;

    @BeforeAll
    static void serve() throws Exception {
        internet = SimulatedInternet.serve(new World(World.Origin.of(Profile.TOPLIST, 7, ZONES)), 0);
        new WorldFiles(internet.world(), internet.port()).writeTo(folder);
    }

    @AfterAll
    static void close() {
        internet.close();
    }

    private static String arguments() {
        return "@" + folder.resolve("scan.args");
    }

    private static String domains() {
        return folder.resolve("domains.txt").toString();
    }

    @Test
    void theDemonstrationFindsEveryVerdictRight() {
        CommandRun run = CommandRun.of("demo", "--zones", "150", "--seed", "7", "--progress", "none");
        assertThat(run.err()).contains("Every one of 150 verdicts is the truth.", "in = out: 150 targets, 150 reports");
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void theDemonstrationNeedsNoSockets() {
        CommandRun run = CommandRun.of(
                "demo", "--carrier", "memory", "--zones", "300", "--progress", "none", "--profile", "tld");
        assertThat(run.err())
                .contains("in simulated time and without sockets", "Every one of 300 verdicts is the truth.");
        assertThat(run.exitCode()).isZero();
    }

    /** A hundred thousand in the longest tier; the benchmarks' page has the figures. */
    @Test
    @Tag("slow")
    void aWholeTopLevelDomainIsJudgedRightAndLossInventsNothing() {
        String zones = "all".equals(System.getProperty("zonedrift.tier")) ? "100000" : "5000";
        List<String> demo = List.of("demo", "--carrier", "memory", "--profile", "tld", "--progress", "none", "--zones");
        CommandRun calm = CommandRun.of(commandLine(demo, zones));
        assertThat(calm.err()).contains("Every one of ", " verdicts is the truth.");
        assertThat(calm.exitCode()).isZero();

        CommandRun lossy = CommandRun.of(commandLine(demo, zones, "--loss", "0.4"));
        assertThat(lossy.err()).contains("False mismatches: 0.");
        assertThat(lossy.exitCode()).isZero();
        Matcher exact =
                Pattern.compile("([\\d.]+) % of [\\d,]+ verdicts are the truth").matcher(lossy.err());
        assertThat(exact.find()).isTrue();
        assertThat(Double.parseDouble(exact.group(1))).isGreaterThanOrEqualTo(99.5);
    }

    private static String[] commandLine(List<String> first, String... more) {
        return Stream.concat(first.stream(), Stream.of(more)).toArray(String[]::new);
    }

    @Test
    void theSameWeatherBlowsInMemoryAndOverSockets() {
        for (String carrier : List.of("memory", "sockets")) {
            CommandRun run =
                    CommandRun.of("demo", "--carrier", carrier, "--zones", "40", "--loss", "5", "--progress", "none");
            assertThat(run.err()).contains(" % of 40 verdicts are the truth", "False mismatches: 0.");
            assertThat(run.exitCode()).isZero();
        }
    }

    @Test
    void anOutageOfAllServersLeavesNothingToBeFound() {
        CommandRun run = CommandRun.of(
                "demo", "--carrier", "memory", "--zones", "20", "--outage", "0s+10d", "--progress", "none");
        assertThat(run.err()).contains("DELEGATION_UNKNOWN  20  100.0 %", "False mismatches: 0.");
    }

    @Test
    void aScanWritesOneRecordForEachLine() throws Exception {
        Path results = folder.resolve("results.ndjson");
        CommandRun run = CommandRun.of(
                "scan", arguments(), domains(), "--emit", "all", "--recheck", "none", "-o", results.toString());
        assertThat(run.err()).contains("Writing every zone.", "in = out");
        assertThat(run.exitCode()).isZero();
        List<String> records = Files.readAllLines(results);
        assertThat(records)
                .hasSize(ZONES)
                .allSatisfy(line -> assertThat(line).startsWith("{\"schema\":\"zonedrift/1\""));
    }

    @Test
    void aVerdictThatMustNotOccurEndsWithOne() {
        CommandRun run = CommandRun.of(
                "scan", arguments(), domains(), "--recheck", "none", "--fail-on", "CONSISTENT", "--limit", "10");
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @Test
    void anEmptyResultSaysSo() throws Exception {
        Path one = folder.resolve("one.txt");
        Files.writeString(one, "no-such-zone-anywhere.sim\n");
        CommandRun run = CommandRun.of("scan", arguments(), one.toString());
        assertThat(run.err()).contains("Writing only mismatches", "1 zone, 0 mismatches (0 records written)");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void checkShowsTheServersOfAZone() throws Exception {
        String zone;
        try (Stream<String> lines = Files.lines(Path.of(domains()))) {
            zone = lines.skip(3).findFirst().orElseThrow();
        }
        CommandRun run = CommandRun.of("check", arguments(), zone, "--dig");
        assertThat(run.out()).contains(zone + ": ", "dig +norec");
    }

    @Test
    void aDomainInPlaceOfAFileLeadsToCheck() {
        CommandRun run = CommandRun.of("scan", "example.com");
        assertThat(run.err()).contains("no such file: example.com; did you mean: zonedrift check example.com");
        assertThat(run.exitCode()).isEqualTo(3);
    }

    @Test
    void aSerialPlanLeadsAroundTheCircle() {
        CommandRun run = CommandRun.of("serial", "plan", "2024010101", "5");
        assertThat(run.out()).contains("1. publish 4171493748", "2. publish 5");
    }
}
