package org.zonedrift.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zonedrift.cli.console.Interruption;
import org.zonedrift.cli.console.Streams;
import org.zonedrift.sim.export.WorldFiles;
import org.zonedrift.sim.loopback.SimulatedInternet;
import org.zonedrift.sim.world.Profile;
import org.zonedrift.sim.world.World;

/** Runs in a folder: begun, interrupted, gone on with, refused. */
class DurableRunTest {

    private static final int ZONES = 200;

    @TempDir
    static Path world;

    @TempDir
    Path folder;

    private static final AtomicLong QUESTIONS = new AtomicLong();
    private static volatile Runnable onQuestion = () -> {};
    private static SimulatedInternet internet;

    @BeforeAll
    static void serve() throws Exception {
        internet = SimulatedInternet.serve(new World(World.Origin.of(Profile.TOPLIST, 11, ZONES)), 0, () -> {
            QUESTIONS.incrementAndGet();
            onQuestion.run();
        });
        new WorldFiles(internet.world(), internet.port()).writeTo(world);
    }

    @AfterAll
    static void close() {
        internet.close();
    }

    private List<String> arguments(String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "scan",
                "@" + world.resolve("scan.args"),
                world.resolve("domains.txt").toString(),
                "--run",
                folder.resolve("run").toString(),
                "--progress",
                "none"));
        arguments.addAll(List.of(more));
        return arguments;
    }

    private CommandRun scan(String... more) {
        return CommandRun.of(arguments(more).toArray(String[]::new));
    }

    private RunFolder run() {
        return new RunFolder(folder.resolve("run"));
    }

    @Test
    void aRunHoldsEveryTargetAndAManifestThatAddsUp() throws Exception {
        CommandRun run = scan("--recheck", "none", "--note", "vantage=lab", "--contact", "noc@example.org");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).isEmpty();
        assertThat(run().verdicts()).hasSize(ZONES);
        run().holdsWhatItPromises();
        assertThat(Files.readString(run().folder().resolve("manifest.json")))
                .contains(
                        "\"schema\": \"zonedrift-manifest/1\"",
                        "\"vantage\": \"lab\"",
                        "\"contact\": \"noc@example.org\"",
                        "\"--emit\": \"all\"",
                        "\"--recheck\": \"none\"",
                        "\"--tries\": \"3\"",
                        "\"complete\": true",
                        "\"method\": \"all\"");
        String id = String.valueOf(run().manifest().get("run_id"));
        assertThat(run().lines()).allSatisfy(line -> assertThat(line).contains("\"run\":\"" + id.substring(0, 8)));
    }

    @Test
    void theSameCommandAgainHasNothingLeftToDo() throws Exception {
        scan("--recheck", "none");
        List<String> before = run().lines();
        long asked = QUESTIONS.get();

        CommandRun again = scan("--recheck", "none");
        assertThat(again.exitCode()).isZero();
        assertThat(again.err())
                .contains(ZONES + " targets were finished before", "in = out: " + ZONES + " targets, " + ZONES);
        assertThat(QUESTIONS.get()).isEqualTo(asked);
        assertThat(run().lines()).isEqualTo(before);
        run().holdsWhatItPromises();
    }

    @Test
    void anInterruptedRunSaysHowToGoOnAndLosesNobody() throws Exception {
        Interruption interruption = new Interruption();
        long target = QUESTIONS.get() + 300;
        onQuestion = () -> {
            if (QUESTIONS.get() == target) {
                new Thread(interruption::request).start();
            }
        };
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Streams streams = Streams.captured(
                new ByteArrayInputStream(new byte[0]),
                new ByteArrayOutputStream(),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        int code = Zonedrift.run(
                streams, interruption, arguments("--recheck", "8s", "-j", "20").toArray(String[]::new));
        onQuestion = () -> {};

        assertThat(code).isEqualTo(130);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("Interrupted. The same command goes on: zonedrift scan @", "in = out")
                .doesNotContain("≠");
        int finished = run().verdicts().size();
        assertThat(finished).isBetween(1, ZONES - 1);
        assertThat(run().lines()).noneMatch(line -> line.contains("aborted"));
        assertThat(Files.readString(run().folder().resolve("manifest.json")))
                .contains("\"reason\": \"interrupted\"", "\"complete\": false");

        CommandRun rest = scan("--recheck", "8s", "-j", "500");
        assertThat(rest.err()).contains(finished + " targets were finished before");
        assertThat(run().verdicts()).hasSize(ZONES);
        run().holdsWhatItPromises();
        assertThat(run().lines()).anyMatch(line -> line.contains("\"recheck\":{\"state\""));
    }

    @Test
    void aScanThatIsInterruptedBeforeItBeginsAsksAboutNobody() throws Exception {
        Interruption early = new Interruption();
        early.request();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Streams streams = Streams.captured(
                new ByteArrayInputStream(new byte[0]),
                new ByteArrayOutputStream(),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        int durable = Zonedrift.run(streams, early, arguments().toArray(String[]::new));
        int loose = Zonedrift.run(
                streams,
                early,
                "scan",
                "@" + world.resolve("scan.args"),
                world.resolve("domains.txt").toString());

        assertThat(durable).isEqualTo(130);
        assertThat(loose).isEqualTo(130);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("in = out: 0 targets, 0 reports");
        assertThat(run().verdicts()).isEmpty();
    }

    @Test
    void anotherConfigurationIsRefusedAndTheDifferenceNamed() {
        scan("--recheck", "none", "--limit", "5");

        CommandRun other = scan("--recheck", "none", "--limit", "6");
        assertThat(other.exitCode()).isEqualTo(2);
        assertThat(other.err()).contains("holds another run: --limit was 5 and is 6");
    }

    @Test
    void anotherInputIsRefusedAndTheDifferenceNamed() throws Exception {
        Path list = folder.resolve("list.txt");
        Files.writeString(list, "no-such.sim\n");
        CommandRun first = CommandRun.of(
                "scan",
                "@" + world.resolve("scan.args"),
                list.toString(),
                "--run",
                folder.resolve("r").toString());
        Files.writeString(list, "no-such.sim\nno-such-either.sim\n");
        CommandRun second = CommandRun.of(
                "scan",
                "@" + world.resolve("scan.args"),
                list.toString(),
                "--run",
                folder.resolve("r").toString());

        assertThat(first.exitCode()).isZero();
        assertThat(second.exitCode()).isEqualTo(2);
        assertThat(second.err()).contains("holds another run: input 1 was 12 octets", "and is 31 octets");
    }

    @Test
    void aRunTakesNeitherAnotherPlaceForResultsNorStandardInput() {
        assertThat(scan("-o", "elsewhere").exitCode()).isEqualTo(2);
        assertThat(scan("--manifest", "elsewhere").err()).contains("leave out -o and --manifest");
        CommandRun piped = CommandRun.of("scan", "-", "--run", folder.toString());
        assertThat(piped.exitCode()).isEqualTo(2);
        assertThat(piped.err()).contains("standard input");
    }

    @Test
    void withoutARunTheManifestGoesWhereItIsWanted() throws Exception {
        Path manifest = folder.resolve("manifest.json");
        Path results = folder.resolve("results.ndjson");
        CommandRun run = CommandRun.of(
                "scan",
                "@" + world.resolve("scan.args"),
                world.resolve("domains.txt").toString(),
                "--limit",
                "20",
                "--recheck",
                "none",
                "--emit",
                "all",
                "-o",
                results.toString(),
                "--manifest",
                manifest.toString());

        assertThat(run.exitCode()).isZero();
        assertThat(Files.readString(manifest))
                .contains("\"method\": \"first\"", "\"n\": 20", RunFolder.sha256(results), "\"records\": 20");
    }
}
