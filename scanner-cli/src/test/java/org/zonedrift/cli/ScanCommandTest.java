package org.zonedrift.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zonedrift.sim.export.WorldFiles;
import org.zonedrift.sim.gallery.Gallery;
import org.zonedrift.sim.loopback.SimulatedInternet;
import org.zonedrift.sim.world.Families;
import org.zonedrift.sim.world.Profile;
import org.zonedrift.sim.world.World;

/** Scans through the command, over real sockets, in the gallery of the simulated Internet. */
class ScanCommandTest {

    @TempDir
    static Path folder;

    private static SimulatedInternet internet;

    @BeforeAll
    static void serve() throws Exception {
        World world = new World(World.Origin.of(Profile.TOPLIST, 7, 0), new Gallery(Families.IPV4).annexes());
        internet = SimulatedInternet.serve(world, 0);
        new WorldFiles(internet.world(), internet.port()).writeTo(folder);
    }

    @AfterAll
    static void close() {
        internet.close();
    }

    private static List<String> scan(String input, String... more) {
        List<String> arguments =
                new ArrayList<>(List.of("scan", "@" + folder.resolve("scan.args"), "-", "--emit", "all"));
        arguments.addAll(List.of(more));
        if (!arguments.contains("--recheck")) {
            arguments.addAll(List.of("--recheck", "none"));
        }
        CommandRun run = CommandRun.withInput(input, arguments.toArray(String[]::new));
        assertThat(run.exitCode()).as(run.err()).isZero();
        return run.out().lines().toList();
    }

    @Test
    void aNameThatIsWrittenInTwoWaysIsADuplicate_T012() {
        List<String> records = scan("bücher.lab\nxn--bcher-kva.lab\n");
        assertThat(records).hasSize(2).allMatch(record -> record.contains("\"name\":\"xn--bcher-kva.lab\""));
        assertThat(records)
                .anyMatch(record -> record.contains("\"line\":2,")
                        && record.contains("\"verdict\":\"SKIPPED\",\"reason\":\"duplicate\""));
    }

    @Test
    void anEarlierResultFileIsContinued() {
        List<String> yesterday = scan("stale-secondary.exhibit\n");
        List<String> today = scan(String.join("\n", yesterday) + "\n");
        assertThat(today)
                .singleElement()
                .asString()
                .containsPattern(
                        "\"previous\":\\{\"serial\":2024010201,\"verdict\":\"MISMATCH\",\"at\":\"2[0-9T:.-]+Z\","
                                + "\"run\":\"[0-9a-f]{8}\"\\}");
        assertThat(today.get(0)).contains("\"verdict\":\"MISMATCH\"").doesNotContain("serial-went-backwards");
    }

    @Test
    void aSerialThatWentBackwardsSinceThenIsTold() {
        String yesterday = scan("stale-secondary.exhibit\n").get(0).replace("2024010201", "2024010305");
        assertThat(scan(yesterday, "--input-format", "results"))
                .singleElement()
                .asString()
                .contains("serial-went-backwards");
    }

    @Test
    void runsTogetherProveHowLongAServerIsBehind() {
        String yesterday = scan("stale-secondary.exhibit\n").get(0);
        assertThat(scan(yesterday, "--recheck", "50ms").get(0)).contains("\"hint\":\"overdue-likely\"");
        String longAgo =
                yesterday.replaceFirst("\"timestamp\":\"[^\"]+\"", "\"timestamp\":\"2024-02-01T00:00:00.000Z\"");
        assertThat(scan(longAgo, "--recheck", "50ms").get(0))
                .contains("\"hint\":\"overdue\"", "serving-expired-suspected");
    }

    @Test
    void theResultsOfAScanAreJudgedAnewTheSame() throws Exception {
        Path results = folder.resolve("all.ndjson.zst");
        List<String> names = new Gallery(Families.IPV4)
                .exhibits().stream().map(exhibit -> exhibit.name().toString()).toList();
        Path list = Files.write(folder.resolve("gallery.txt"), names);
        CommandRun scan = CommandRun.of(
                "scan",
                "@" + folder.resolve("scan.args"),
                list.toString(),
                "--emit",
                "all",
                "--recheck",
                "50ms",
                "--timeout",
                "200ms",
                "-o",
                results.toString());
        assertThat(scan.exitCode()).as(scan.err()).isZero();
        CommandRun again = CommandRun.of("rejudge", results.toString());
        assertThat(again.err()).startsWith(names.size() + " records judged anew: every one concludes what it did");
        assertThat(again.out()).isEmpty();
    }

    @Test
    void dataAreComparedAndRepliesKeptOfMismatchesAlone() {
        List<String> records =
                scan("stale-secondary.exhibit\nalways-one.exhibit\n", "--compare", "NS,MX", "--keep-replies");
        assertThat(records)
                .filteredOn(record -> record.contains("\"name\":\"stale-secondary.exhibit\""))
                .allMatch(record -> record.contains("\"data_hash\":\"") && record.contains("\"reply\":\""));
        assertThat(records)
                .filteredOn(record -> record.contains("\"name\":\"always-one.exhibit\""))
                .noneMatch(record -> record.contains("data_hash") || record.contains("\"reply\""));
    }

    @Test
    void serversThatTheInputNamesAreTheOnesCompared() {
        String record = scan("stale-secondary.exhibit\n").get(0);
        int at = record.indexOf("\"address\":\"", record.indexOf("\"ns\":\"ns2.")) + 11;
        String address = record.substring(at, record.indexOf('"', at));
        assertThat(scan("stale-secondary.exhibit,only.example," + address + "\n", "--input-format", "servers"))
                .singleElement()
                .asString()
                .contains("\"method\":\"user\"", "\"verdict\":\"ONE_ANSWER\"", "\"ns\":\"only.example\"")
                .doesNotContain("\"ns\":\"ns1.stale");
    }
}
