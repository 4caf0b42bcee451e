package org.zonedrift.flink;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zonedrift.sim.export.WorldFiles;
import org.zonedrift.sim.loopback.SimulatedInternet;
import org.zonedrift.sim.world.Profile;
import org.zonedrift.sim.world.World;

/** Whole jobs on a cluster in this process, over the simulated Internet. */
@Tag("slow")
class ScanJobTest {

    private static final int ZONES = 400;

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

    @Test
    void everyTargetOfAListLeadsToOneRecord() throws Exception {
        Path results = folder.resolve("results");
        String said =
                run("--checkpoint", "500ms", "--recheck", "1s", "--compression", "none", "-o", results.toString());
        assertThat(said).contains(ZONES + " zones");
        List<String> records = records(results);
        assertThat(records).hasSize(ZONES);
    }

    private static String run(String... options) throws Exception {
        Configuration settings = new Configuration();
        settings.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
        settings.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, 3);
        settings.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ofMillis(100));
        List<String> arguments = new ArrayList<>(List.of("@" + folder.resolve("scan.args")));
        arguments.addAll(List.of(options));
        arguments.add(folder.resolve("domains.txt").toString());
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        new ScanJob(
                        StreamExecutionEnvironment.createLocalEnvironment(2, settings),
                        new PrintStream(said, true, StandardCharsets.UTF_8))
                .run(arguments);
        return said.toString(StandardCharsets.UTF_8);
    }

    private static List<String> records(Path results) throws Exception {
        List<String> records = new ArrayList<>();
        try (var files = Files.list(results)) {
            for (Path file : files.filter(file -> !file.getFileName().toString().startsWith("."))
                    .toList()) {
                records.addAll(Files.readAllLines(file));
            }
        }
        return records;
    }
}
