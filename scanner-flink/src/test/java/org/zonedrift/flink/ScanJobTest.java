package org.zonedrift.flink;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.flink.api.java.typeutils.GenericTypeInfo;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zonedrift.cli.Zonedrift;
import org.zonedrift.cli.console.Interruption;
import org.zonedrift.cli.console.Streams;
import org.zonedrift.sim.export.WorldFiles;
import org.zonedrift.sim.loopback.SimulatedInternet;
import org.zonedrift.sim.world.Profile;
import org.zonedrift.sim.world.World;
import org.zonedrift.verdict.ZoneReport;

/** Whole jobs on a cluster in this process, over the simulated Internet. */
@Tag("slow")
class ScanJobTest {

    private static final int ZONES = 200;

    private static final UnaryOperator<DataStream<ZoneReport>> UNDISTURBED = reports -> reports;

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

    @AfterEach
    void nothingOfOursIsLeftInTheProcess() {
        assertThat(Engines.running()).isZero();
        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .noneMatch(name -> name.startsWith("lane"));
    }

    /** Mismatches are under way for a second, so the failure meets zones between their two looks. */
    @Test
    void aFailureInTheMiddleNeitherLosesNorRepeatsNorChangesAVerdict() throws Exception {
        FailsOnce.reset();
        Path results = folder.resolve("failing");
        Path manifest = folder.resolve("manifest.json");
        String said = run(
                reports -> reports.map(new FailsOnce()).returns(new GenericTypeInfo<>(ZoneReport.class)),
                List.of("--checkpoint", "200ms", "--recheck", "1s", "--compression", "none"),
                List.of("--manifest", manifest.toString(), "-o", results.toString()),
                domains());

        assertThat(FailsOnce.FAILED).as("the failure was injected").isTrue();
        assertThat(said).contains(ZONES + " zones").doesNotContain("do not add up");
        List<String> records = records(results);
        assertThat(records).hasSize(ZONES);
        assertThat(verdicts(records)).isEqualTo(verdicts(ofASingleProcess("1s", domains())));
        assertThat(countsIn(Files.readString(manifest)))
                .isEqualTo(verdicts(records).values().stream()
                        .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting())));
    }

    @Test
    void zonesOfAZoneFileGoToTheOwnersOfTheirServersInOneBatch() throws Exception {
        String tld = internet.world().tlds().get(0).toString();
        Path zone = folder.resolve(tld + ".txt.gz");
        Path results = folder.resolve("batch");
        String said = run(
                UNDISTURBED,
                List.of("--execution", "batch", "--strict-destinations", "--recheck", "none", "--compression", "gz"),
                List.of("--manifest", folder.resolve("batch.json").toString(), "-o", results.toString()),
                zone.toString());
        assertThat(said).doesNotContain("do not add up");
        List<String> records = records(results);
        assertThat(verdicts(records)).isEqualTo(verdicts(ofASingleProcess("none", zone.toString())));
        assertThat(records).hasSize(verdicts(records).size());
    }

    @Test
    void aZoneThatTakesTooLongIsAnErrorAndTheJobGoesOn() throws Exception {
        Path hints = Files.writeString(folder.resolve("nobody.hints"), internet.rootHints());
        Path list = Files.writeString(folder.resolve("few.txt"), "a.example\nb.example\nc.example\n");
        Path results = folder.resolve("given-up");
        String[] nobodyListens = {
            "--root-hints", hints.toString(), "--port", "1", "--allow-special", "127.0.0.0/8", "-4"
        };
        List<String> arguments = new ArrayList<>(List.of(nobodyListens));
        arguments.addAll(List.of("--give-up", "200ms", "--compression", "none", "-o", results.toString()));
        arguments.add(list.toString());
        assertThat(run(UNDISTURBED, arguments)).contains("3 zones");
        assertThat(records(results))
                .hasSize(3)
                .allSatisfy(record -> assertThat(record).contains("\"verdict\":\"ERROR\"", "\"reason\":\"aborted\""));
    }

    private static String domains() {
        return folder.resolve("domains.txt").toString();
    }

    private static String run(
            UnaryOperator<DataStream<ZoneReport>> onTheirWay, List<String> options, List<String> places, String input)
            throws Exception {
        List<String> arguments = new ArrayList<>(List.of("@" + folder.resolve("scan.args")));
        arguments.addAll(options);
        arguments.addAll(places);
        arguments.add(input);
        return run(onTheirWay, arguments);
    }

    private static String run(UnaryOperator<DataStream<ZoneReport>> onTheirWay, List<String> arguments)
            throws Exception {
        Configuration settings = new Configuration();
        settings.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
        settings.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, 2);
        settings.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ofMillis(100));
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        new ScanJob(
                        StreamExecutionEnvironment.createLocalEnvironment(2, settings),
                        new PrintStream(said, true, StandardCharsets.UTF_8),
                        onTheirWay)
                .run(arguments);
        return said.toString(StandardCharsets.UTF_8);
    }

    private static List<String> ofASingleProcess(String recheck, String input) throws IOException {
        Path file = folder.resolve("single.ndjson");
        List<String> arguments = new ArrayList<>(List.of("scan", "@" + folder.resolve("scan.args")));
        arguments.addAll(List.of("--recheck", recheck, "--emit", "all", "--progress", "none"));
        arguments.addAll(List.of("-o", file.toString(), input));
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        Streams streams = Streams.captured(
                new ByteArrayInputStream(new byte[0]), said, new PrintStream(said, true, StandardCharsets.UTF_8));
        int code = Zonedrift.run(streams, new Interruption(), arguments.toArray(String[]::new));
        assertThat(code).as(said.toString(StandardCharsets.UTF_8)).isZero();
        return Files.readAllLines(file);
    }

    /** Of finished files only, as whoever takes the results is told. */
    private static List<String> records(Path results) throws IOException {
        List<String> records = new ArrayList<>();
        try (Stream<Path> files = Files.list(results)) {
            files.filter(file -> !file.getFileName().toString().startsWith("."))
                    .forEach(file -> records.addAll(lines(file)));
        }
        return records;
    }

    private static List<String> lines(Path file) {
        try (InputStream octets = Files.newInputStream(file);
                InputStream text = file.toString().endsWith(".gz") ? new GZIPInputStream(octets) : octets) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> verdicts(List<String> records) {
        Pattern form = Pattern.compile("\"name\":\"([^\"]+)\".*?\"verdict\":\"([A-Z_]+)\"");
        Map<String, String> verdicts = new TreeMap<>();
        for (String record : records) {
            Matcher matcher = form.matcher(record);
            assertThat(matcher.find()).as(record).isTrue();
            verdicts.put(matcher.group(1), matcher.group(2));
        }
        return verdicts;
    }

    private static Map<String, Long> countsIn(String manifest) {
        String part = manifest.substring(manifest.indexOf("\"by_verdict\""));
        Matcher entry = Pattern.compile("\"([A-Z_]+)\": ?(\\d+)").matcher(part.substring(0, part.indexOf('}')));
        Map<String, Long> counts = new TreeMap<>();
        while (entry.find()) {
            counts.put(entry.group(1), Long.parseLong(entry.group(2)));
        }
        return counts;
    }
}
