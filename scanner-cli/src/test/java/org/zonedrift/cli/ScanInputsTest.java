package org.zonedrift.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;
import org.zonedrift.sim.export.WorldFiles;
import org.zonedrift.sim.loopback.SimulatedInternet;
import org.zonedrift.sim.world.Profile;
import org.zonedrift.sim.world.World;

/** Files of every kind through the command, as people have them, and what the manifest says of them. */
class ScanInputsTest {

    private static final int ZONES = 40;
    private static final AtomicLong QUESTIONS = new AtomicLong();

    @TempDir
    static Path world;

    @TempDir
    Path folder;

    private static SimulatedInternet internet;

    @BeforeAll
    static void serve() throws Exception {
        internet = SimulatedInternet.serve(
                new World(World.Origin.of(Profile.TOPLIST, 3, ZONES)), 0, QUESTIONS::incrementAndGet);
        new WorldFiles(internet.world(), internet.port()).writeTo(world);
    }

    @AfterAll
    static void close() {
        internet.close();
    }

    private static String name(int number) {
        return internet.world().name(number).toString();
    }

    private CommandRun scan(String standardInput, String... more) {
        List<String> arguments = new ArrayList<>(List.of("scan", "@" + world.resolve("scan.args"), "--emit", "all"));
        arguments.addAll(List.of("--recheck", "none", "--progress", "none"));
        arguments.addAll(List.of("--manifest", folder.resolve("manifest.json").toString()));
        arguments.addAll(List.of(more));
        return CommandRun.withInput(standardInput, arguments.toArray(String[]::new));
    }

    private Map<?, ?> manifest() throws IOException {
        return (Map<?, ?>) Json.parse(Files.readString(folder.resolve("manifest.json")));
    }

    private String sample() throws IOException {
        return String.valueOf(manifest().get("sample"));
    }

    private List<Map<?, ?>> inputs() throws IOException {
        List<Map<?, ?>> inputs = new ArrayList<>();
        for (Object input : (List<?>) manifest().get("inputs")) {
            inputs.add((Map<?, ?>) input);
        }
        return inputs;
    }

    private String file(String name, byte[] octets) throws IOException {
        return Files.write(folder.resolve(name), octets).toString();
    }

    private static byte[] octets(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void filesPackedInAnyWayAreReadTogetherWithStandardInputWhateverTheirNames() throws Exception {
        CommandRun run = scan(
                "\ufeff" + name(5) + "\r\n",
                file("plain.xz", octets(name(0) + "\n\n; none\n")),
                file("a.txt", gzip(octets(name(1) + ",kept, too\n"))),
                file("b", Zstd.compress(octets("# a comment\n" + name(2) + "\n"))),
                file("c.gz", xz(octets("1," + name(3) + "\n"))),
                file("top.csv", zip(octets("rank,domain\n7," + name(4) + "\n"))),
                "-");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.err())
                .contains("c.gz: reading column 2, rank kept", "reading column 2 (\"domain\" in the header)");
        List<String> records = run.out().lines().toList();
        assertThat(records).hasSize(6);
        for (int i = 0; i < 6; i++) {
            String of = "\"name\":\"" + name(i) + "\"";
            String file = i == 0 ? "\"line\":" : "\"input_file\":" + i + ",\"line\":";
            assertThat(records).as(of).anyMatch(record -> record.contains(of) && record.contains(file));
        }
        assertThat(records).anyMatch(record -> record.contains("\"metadata\":\"kept,too\""));
        assertThat(records).anyMatch(record -> record.contains("\"metadata\":\"7\"") && record.contains("\"line\":2"));
        List<Map<?, ?>> inputs = inputs();
        assertThat(inputs)
                .map(input -> input.get("comments"))
                .map(String::valueOf)
                .containsExactly("2", "0", "1", "0", "1", "0");
        assertThat(inputs)
                .map(input -> input.get("kind"))
                .map(String::valueOf)
                .containsExactly("list", "list", "list", "csv", "csv", "list");
        assertThat(inputs.get(2).get("sha256")).isEqualTo(RunFolder.sha256(folder.resolve("b")));
    }

    @Test
    void namesOfAllAlphabetsAreScannedAndWhatIsNoneBecomesARecordWithItsLine() {
        CommandRun run =
                scan("Straße.sim\n\nhttps://" + name(0) + "/\n192.0.2.1\na b.sim\n" + "x".repeat(64) + ".sim\n", "-");

        assertThat(run.exitCode()).as(run.err()).isZero();
        List<String> records = run.out().lines().toList();
        assertThat(records).hasSize(5);
        assertThat(records)
                .anyMatch(record -> record.contains(
                        "\"line\":1,\"name\":\"xn--strae-oqa.sim\",\"input\":\"Straße.sim\",\"verdict\":\"NXDOMAIN\""));
        for (int line : new int[] {3, 4, 5, 6}) {
            assertThat(records)
                    .anyMatch(record -> record.contains("\"line\":" + line + ",\"input\":\"")
                            && record.contains("\"verdict\":\"SKIPPED\",\"reason\":\"malformed-input\""));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1\n", "1,first.sim\n17\n", "first.sim\n2\n", "0.5,first.sim\n"})
    void aNumberIsNeverScannedButTheOptionNamed(String lines) {
        long before = QUESTIONS.get();
        CommandRun run = scan(lines, "-");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("standard input: a line begins with the number", "--csv-column N");
        assertThat(run.out()).isEmpty();
        assertThat(QUESTIONS.get()).isEqualTo(before);
    }

    @Test
    void aMissingOrDamagedFileEndsTheScanBeforeItAsksAnybody() throws Exception {
        String good = file("good.txt", octets(name(0) + "\n"));
        byte[] packed = gzip(octets((name(1) + "\n").repeat(500)));
        String cut = file("cut.gz", java.util.Arrays.copyOf(packed, packed.length - 9));
        long before = QUESTIONS.get();

        CommandRun missing = scan("", good, folder.resolve("none.txt").toString());
        CommandRun damaged = scan("", good, cut);

        assertThat(missing.exitCode()).isEqualTo(3);
        assertThat(missing.err()).isEqualTo("zonedrift scan: no such file: " + folder.resolve("none.txt") + "\n");
        assertThat(damaged.exitCode()).isEqualTo(3);
        assertThat(damaged.err()).contains("cut.gz cannot be read: it ends too early; is the file complete?");
        assertThat(QUESTIONS.get()).isEqualTo(before);
    }

    @Test
    void theManifestSaysWhatKindOfSampleItWas() throws Exception {
        String domains = world.resolve("domains.txt").toString();
        scan("", domains);
        assertThat(sample()).isEqualTo("{frame_size=40, n=40, method=all, seed=1}");
        scan("", domains, "--limit", "3");
        assertThat(sample()).isEqualTo("{n=3, method=first, seed=1}");
        scan("", domains, "--limit", "3", "--shuffle", "--seed", "9");
        assertThat(sample()).isEqualTo("{frame_size=40, n=3, method=uniform, seed=9, shuffle_buffer=1000000}");
        scan("", domains, "--shard", "0/4", "--shuffle");
        assertThat(sample()).contains("method=shard", "shard=0/4");
        scan("", "--input-format", "zone", world.resolve("sim.txt.gz").toString(), "--limit", "2", "--shuffle");
        assertThat(sample()).contains("method=uniform", "shuffle_buffer=200000");
    }

    @Test
    void whatAZoneFileCostsItsRegistryIsToldEvenWhereItIsNothing() {
        String zoneFile = world.resolve("sim.txt.gz").toString();

        CommandRun believed = scan("", "--input-format", "zone", zoneFile);
        CommandRun compared = scan("", "--input-format", "zone", zoneFile, "--delegation", "iterative");

        assertThat(believed.err()).contains("registry of the zone file 0");
        assertThat(believed.out()).contains("\"method\":\"zonefile\"");
        assertThat(compared.err()).containsPattern("registry of the zone file [1-9]");
        assertThat(compared.out()).contains("\"method\":\"zonefile\"").doesNotContain("delegation-changed");
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(plain);
        }
        return packed.toByteArray();
    }

    private static byte[] xz(byte[] plain) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new XZOutputStream(packed, new LZMA2Options())) {
            out.write(plain);
        }
        return packed.toByteArray();
    }

    private static byte[] zip(byte[] plain) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(packed)) {
            out.putNextEntry(new ZipEntry("list.csv"));
            out.write(plain);
        }
        return packed.toByteArray();
    }
}
