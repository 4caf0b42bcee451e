package org.zonedrift.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zonedrift.sim.export.WorldFiles;
import org.zonedrift.sim.loopback.SimulatedInternet;
import org.zonedrift.sim.world.Profile;
import org.zonedrift.sim.world.World;

/** How a scan behaves towards others and its user: reminders, opt-outs that change, signals, its manifest. */
class ScanConductTest {

    private static final int ZONES = 150;

    /** Every key of the manifest, contact aside, which is there where it is named. */
    private static final List<String> MANIFEST = List.of(
            "schema",
            "run_id",
            "tool",
            "started_at",
            "ended_at",
            "exit",
            "command_line",
            "config",
            "contact",
            "notes",
            "vantage",
            "inputs",
            "sample",
            "data",
            "limits",
            "results",
            "traffic",
            "rtt_ms",
            "destinations",
            "culprits",
            "operators",
            "outages",
            "resolvers",
            "outputs",
            "resumed");

    private static final Map<String, Set<String>> PARTS = Map.of(
            "tool", Set.of("name", "version", "commit", "java_version", "os", "cpus"),
            "exit", Set.of("code", "reason", "complete"),
            "vantage", Set.of("source_addresses", "ipv4", "ipv6", "self_tests"),
            "sample", Set.of("frame_size", "n", "method", "seed"),
            "data",
                    Set.of(
                            "public_suffix_list",
                            "provider_table",
                            "root_hints",
                            "special_registry",
                            "exclusions",
                            "json_schema_sha256"),
            "results",
                    Set.of(
                            "targets",
                            "by_verdict",
                            "by_reason",
                            "by_outcome",
                            "by_flag",
                            "by_recheck_state",
                            "first_verdict"),
            "rtt_ms", Set.of("count", "min", "mean", "p50", "p90", "p95", "p99", "p999", "max", "hdr_base64"),
            "destinations", Set.of("distinct", "top", "throttled", "circuits_opened"));

    private static final AtomicLong QUESTIONS = new AtomicLong();
    private static volatile Runnable onQuestion = () -> {};

    @TempDir
    static Path world;

    @TempDir
    Path folder;

    private static SimulatedInternet internet;

    @BeforeAll
    static void serve() throws Exception {
        internet = SimulatedInternet.serve(new World(World.Origin.of(Profile.TOPLIST, 13, ZONES)), 0, () -> {
            QUESTIONS.incrementAndGet();
            onQuestion.run();
        });
        new WorldFiles(internet.world(), internet.port()).writeTo(world);
        String arguments = Files.readString(world.resolve("scan.args"));
        Files.writeString(world.resolve("slow.args"), arguments.replace("--rate 0", "--rate 150"));
    }

    @AfterAll
    static void close() {
        internet.close();
    }

    @AfterEach
    void beQuiet() {
        onQuestion = () -> {};
    }

    private static List<String> scan(String... more) {
        List<String> arguments = new ArrayList<>(List.of("scan", "--recheck", "none", "--progress", "none"));
        arguments.addAll(List.of(more));
        return arguments;
    }

    private static CommandRun run(List<String> arguments) {
        return CommandRun.of(arguments.toArray(String[]::new));
    }

    private static String scanArguments() {
        return "@" + world.resolve("scan.args");
    }

    private static String domains() {
        return world.resolve("domains.txt").toString();
    }

    private Map<?, ?> manifest() throws IOException {
        return (Map<?, ?>) Json.parse(Files.readString(folder.resolve("run/manifest.json")));
    }

    @Test
    void whoScansOthersIsRemindedOfThemAndOfSayingWhoHeIs() throws Exception {
        Path big = Files.writeString(folder.resolve("big.txt"), "no-such.sim\n".repeat(100_000));
        String[] lab = {
            "--root-hints",
            world.resolve("root.hints").toString(),
            "--port",
            String.valueOf(internet.port()),
            "--allow-special",
            "127.0.0.0/8",
            "--limit",
            "1",
            big.toString()
        };
        assertThat(run(scan(lab)).err())
                .contains("Nobody is left alone: --exclude FILE", "Nobody is named with --contact");

        Path nobody = Files.writeString(folder.resolve("exclude.txt"), "# nobody yet\n");
        List<String> careful = scan(lab);
        careful.addAll(List.of("--exclude", nobody.toString(), "--contact", "noc@example.org"));
        assertThat(run(careful).err()).doesNotContain("Nobody is");
    }

    @Test
    void whoAsksForItInMidScanIsLeftAloneFromThenOn() throws Exception {
        Path list = Files.writeString(folder.resolve("exclude.txt"), "# nobody yet\n");
        long enough = QUESTIONS.get() + 100;
        onQuestion = () -> {
            if (QUESTIONS.get() == enough) {
                write(list, "sim\nlab\nmock\n");
            }
        };
        CommandRun run = run(scan(
                "@" + world.resolve("slow.args"),
                domains(),
                "-j",
                "5",
                "--checkpoint",
                "50ms",
                "--exclude",
                list.toString(),
                "--run",
                folder.resolve("run").toString()));

        assertThat(run.exitCode()).as(run.err()).isZero();
        RunFolder result = new RunFolder(folder.resolve("run"));
        assertThat(result.verdicts()).hasSize(ZONES);
        assertThat(result.lines()).anyMatch(line -> line.contains("\"verdict\":\"SKIPPED\",\"reason\":\"opt-out\""));
        assertThat(result.lines()).anyMatch(line -> line.contains("\"verdict\":\"CONSISTENT\""));
        Map<?, ?> data = (Map<?, ?>) manifest().get("data");
        assertThat((List<?>) data.get("exclusions"))
                .as("both states of the list")
                .hasSize(2);
        assertThat(data.get("exclusions").toString()).contains(RunFolder.sha256(list));
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aRealInterruptEndsTheProcessWithItsCodeAndTheRunGoesOn() throws Exception {
        List<String> arguments = scan(
                "@" + world.resolve("slow.args"),
                domains(),
                "--run",
                folder.resolve("run").toString());
        File err = folder.resolve("err").toFile();
        ProcessBuilder program = Program.with(arguments).redirectError(err);
        // Whoever was started in the background hands on that the signal is ignored.
        program.command().addAll(0, List.of("env", "--default-signal=INT"));
        long enough = QUESTIONS.get() + 60;
        Process process = Program.start(program.redirectOutput(ProcessBuilder.Redirect.DISCARD));
        onQuestion = () -> {
            if (QUESTIONS.get() == enough) {
                Program.start(new ProcessBuilder("kill", "-INT", String.valueOf(process.pid())));
            }
        };

        assertThat(Program.exitCode(process)).as(Files.readString(err.toPath())).isEqualTo(130);
        assertThat(Files.readString(err.toPath())).contains("Interrupted. The same command goes on: zonedrift scan");
        assertThat(((Map<?, ?>) manifest().get("exit")).get("code")).isEqualTo(130L);
        onQuestion = () -> {};
        arguments.set(arguments.indexOf("@" + world.resolve("slow.args")), scanArguments());
        assertThat(run(arguments).exitCode()).isZero();
        assertThat(new RunFolder(folder.resolve("run")).verdicts()).hasSize(ZONES);
        new RunFolder(folder.resolve("run")).holdsWhatItPromises();
    }

    @Test
    void theManifestHasEveryKeyThatIsPromised() throws Exception {
        CommandRun run = run(scan(
                scanArguments(),
                "--input-format",
                "zone",
                world.resolve("sim.txt.gz").toString(),
                "--contact",
                "noc@example.org",
                "--run",
                folder.resolve("run").toString()));
        assertThat(run.exitCode()).as(run.err()).isZero();

        Map<?, ?> manifest = manifest();
        assertThat(manifest.keySet()).map(String::valueOf).containsExactlyElementsOf(MANIFEST);
        PARTS.forEach((part, keys) -> assertThat(((Map<?, ?>) manifest.get(part)).keySet())
                .as(part)
                .map(String::valueOf)
                .containsExactlyInAnyOrderElementsOf(keys));
        Map<?, ?> input = (Map<?, ?>) ((List<?>) manifest.get("inputs")).get(0);
        assertThat(input.get("zone")).isEqualTo("sim");
        assertThat(RunFolder.number(input.get("zone_serial"))).isPositive();
        Map<?, ?> config = (Map<?, ?>) manifest.get("config");
        assertThat(config.get("--timeout")).isEqualTo("1500ms");
        assertThat(config.get("--exclude")).isEqualTo("");
        new RunFolder(folder.resolve("run")).holdsWhatItPromises();
    }

    @Test
    void theManifestNamesWhomItAskedMost() throws Exception {
        run(scan(scanArguments(), domains(), "--run", folder.resolve("run").toString()));
        Map<?, ?> destinations = (Map<?, ?>) manifest().get("destinations");
        Map<?, ?> traffic = (Map<?, ?>) manifest().get("traffic");
        long asked = 0;
        List<?> top = (List<?>) destinations.get("top");
        for (Object address : top) {
            asked += RunFolder.number(((Map<?, ?>) address).get("queries"));
        }
        assertThat(RunFolder.number(destinations.get("distinct"))).isGreaterThanOrEqualTo(top.size());
        assertThat(asked)
                .isPositive()
                .isLessThanOrEqualTo(
                        RunFolder.number(traffic.get("udp_sent")) + RunFolder.number(traffic.get("tcp_sent")));
        assertThat(top.get(0).toString()).contains("address=127.", "loss=");
    }
}
