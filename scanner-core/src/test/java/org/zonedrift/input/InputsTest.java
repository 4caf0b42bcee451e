package org.zonedrift.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;
import org.zonedrift.zone.DomainName;
import org.zonedrift.zone.NameServer;

class InputsTest {

    private static final String THREE = "one.example\ntwo.example\nthree.example\n";
    private static final List<String> THREE_NAMES = List.of("one.example", "two.example", "three.example");

    @TempDir
    Path dir;

    @Test
    void compressionIsFoundOutByContentNotByName() throws IOException {
        byte[] plain = THREE.getBytes(StandardCharsets.UTF_8);
        for (byte[] packed : List.of(plain, gzip(plain), zstd(plain), xz(plain), zip(plain, "list.csv"))) {
            assertThat(names(file("any.txt", packed))).isEqualTo(THREE_NAMES);
            assertThat(names(standardInput(packed))).isEqualTo(THREE_NAMES);
        }
    }

    @Test
    void membersOfAPackedFileAreReadOneAfterTheOther() throws IOException {
        byte[] half = "one.example\n".getBytes(StandardCharsets.UTF_8);
        byte[] rest = "two.example\nthree.example\n".getBytes(StandardCharsets.UTF_8);

        assertThat(names(file("a", joined(gzip(half), gzip(rest))))).isEqualTo(THREE_NAMES);
        assertThat(names(file("b", joined(zstd(half), zstd(rest))))).isEqualTo(THREE_NAMES);
    }

    @Test
    void aDamagedFileIsNamedWithWhatToDo() throws IOException {
        byte[] packed = gzip(THREE.repeat(1000).getBytes(StandardCharsets.UTF_8));
        byte[] cut = java.util.Arrays.copyOf(packed, packed.length - 12);

        assertThatThrownBy(() -> names(file("cut.gz", cut)))
                .isInstanceOf(InputException.class)
                .hasMessageEndingWith("cut.gz cannot be read: it ends too early; is the file complete?");
    }

    @Test
    void aFileThatCannotBeReadFailsBeforeAnythingElseHappens() throws IOException {
        Path good = Files.writeString(dir.resolve("good"), THREE);

        for (String bad : List.of(dir.resolve("none.txt").toString(), dir.toString())) {
            assertThatThrownBy(() -> open(List.of(good.toString(), bad)))
                    .isInstanceOfSatisfying(
                            InputException.class,
                            fault -> assertThat(fault.kind()).isEqualTo(InputException.Kind.UNREADABLE))
                    .hasMessageContaining(bad);
        }
    }

    @Test
    void severalFilesAreReadOneAfterTheOther() throws IOException {
        Path first = Files.writeString(dir.resolve("1"), "one.example\n");
        Path second = Files.writeString(dir.resolve("2"), "one.example\ntwo.example\n");
        Inputs inputs = open(List.of(first.toString(), second.toString()));

        List<Target> targets = all(inputs);

        assertThat(targets).extracting(target -> target.line().file()).containsExactly(0, 1, 1);
        assertThat(targets).allMatch(Target.Zone.class::isInstance);
    }

    @Test
    void aRankIsKeptAndNeverScanned() throws IOException {
        Inputs inputs = file("top.csv", "1,google.example\n2,\"youtube.example\"\n3,a.example,x,y\n".getBytes());

        List<Target> targets = all(inputs);

        assertThat(targets)
                .extracting(InputsTest::name)
                .containsExactly("google.example", "youtube.example", "a.example");
        assertThat(targets)
                .extracting(target -> ((Target.Zone) target).metadata())
                .containsExactly("1", "2", "3,x,y");
        assertThat(inputs.files().get(0).remark()).endsWith("top.csv: reading column 2, rank kept");
    }

    @Test
    void aRankIsSeenBehindAByteOrderMarkAndCommentsToo() {
        Inputs inputs = standardInput(
                "\ufeff# today's\r\n\"1\",Google.example\r\n2,example.net\r\n".getBytes(StandardCharsets.UTF_8));

        List<Target> targets = all(inputs);

        assertThat(targets).extracting(InputsTest::name).containsExactly("google.example", "example.net");
        assertThat(targets.get(0).line().number()).isEqualTo(2);
        assertThat(inputs.files().get(0).summary().comments()).isEqualTo(1);
    }

    @Test
    void twentyLinesDecideAndALaterOneIsNoRankedNameByItself() {
        String ranked = IntStream.rangeClosed(1, 20)
                .mapToObj(i -> i + ",z" + i + ".example\n")
                .collect(Collectors.joining());

        List<Target> targets = all(standardInput((ranked + "21\n22,44\n").getBytes()));

        assertThat(targets).hasSize(22);
        assertThat(targets.subList(20, 22)).allMatch(Target.Unmeasured.class::isInstance);
        assertThatThrownBy(() ->
                        standardInput(ranked.replace("20,z20.example", "20").getBytes()))
                .hasMessageContaining("begins with the number 1;");
    }

    @Test
    void aHeaderSaysWhereTheNameStands() throws IOException {
        Inputs inputs = file("majestic.csv", "GlobalRank,TldRank,Domain,TLD\n1,1,google.example,example\n".getBytes());

        assertThat(all(inputs)).extracting(InputsTest::name).containsExactly("google.example");
        assertThat(inputs.files().get(0).remark()).contains("reading column 3 (\"Domain\" in the header)");
        assertThat(inputs.files().get(0).summary().comments()).isEqualTo(1);
    }

    @Test
    void aNumberInFrontOfAnythingElseStopsTheScanAndNamesTheOption() {
        for (String lines : List.of(
                "1\n2\n",
                "1,google.example\nexample.net\n",
                "17,42\n",
                "17,0.5\n",
                "0.5,google.example\n",
                "\ufeff1\r\n",
                "# top\n1\n",
                "\"1\"\n",
                "example.net\n5\n")) {
            assertThatThrownBy(() -> standardInput(lines.getBytes()))
                    .isInstanceOfSatisfying(
                            InputException.class,
                            fault -> assertThat(fault.kind()).isEqualTo(InputException.Kind.AMBIGUOUS))
                    .hasMessageContaining("--csv-column N")
                    .hasMessageContaining("--input-format list");
        }
    }

    @Test
    void aNumberFurtherDownIsNoNameEither() {
        String lines =
                IntStream.range(0, 30).mapToObj(i -> "z" + i + ".example\n").collect(Collectors.joining()) + "7\n";

        List<Target> targets = all(standardInput(lines.getBytes()));

        assertThat(targets).hasSize(31);
        assertThat(((Target.Unmeasured) targets.get(30)).error()).contains("a bare number");
    }

    @Test
    void aListOfNumbersCanBeAskedFor() {
        Reading list = reading().as(InputFormat.LIST);

        assertThat(names(Inputs.open(List.of("-"), list, bytes("1\n2\n")))).containsExactly("1", "2");
    }

    @Test
    void theColumnOfACsvCanBeNamed() {
        Inputs inputs = Inputs.open(List.of("-"), reading().column(2), bytes("x,example.net,y\nz\n"));
        List<Target> targets = all(inputs);

        assertThat(((Target.Zone) targets.get(0)).metadata()).isEqualTo("x,y");
        assertThat(((Target.Unmeasured) targets.get(1)).error()).isEqualTo("no column 2");
    }

    @Test
    void aZoneFileIsKnownByItsLooks() throws IOException {
        String zone = "; made today\nlab.\t900\tin\tsoa\ta.nic.lab. h.nic.lab. 1795133520 1800 900 604800 86400\n"
                + "a.lab.\t3600\tin\tns\tns1.a.lab.\nns1.a.lab.\t3600\tin\ta\t192.0.2.1\n";
        for (Inputs inputs : List.of(file("lab.zone", gzip(zone.getBytes())), standardInput(zone.getBytes()))) {
            Target.Zone target = (Target.Zone) all(inputs).get(0);
            assertThat(target.name()).hasToString("a.lab");
            assertThat(target.delegation()).isNotNull();
            assertThat(inputs.files().get(0).format()).isEqualTo(InputFormat.ZONE);
        }
    }

    @Test
    void linesOfServersBelongToTheirZone() {
        String lines = "a.example,ns1.a.example,192.0.2.1\na.example,ns1.a.example,2001:db8::1\n"
                + "a.example,ns2.a.example,192.0.2.2\nnonsense\nb.example,ns.b.example,192.0.2.3\n";
        List<Target> targets =
                all(Inputs.open(List.of("-"), reading().as(InputFormat.SERVERS).servedAt(5353), bytes(lines)));

        assertThat(targets).hasSize(3);
        Target.Zone first = (Target.Zone) targets.get(0);
        assertThat(first.servers())
                .extracting(server -> server.addresses().size())
                .containsExactly(2, 1);
        assertThat(first.servers().get(0).addresses().get(0).from()).isEqualTo(NameServer.AddressSource.USER);
        assertThat(first.servers().get(0).addresses().get(0).address().port()).isEqualTo(5353);
        assertThat(((Target.Unmeasured) targets.get(1)).error()).contains("zone,host,ip");
        assertThat(targets.get(2).line().number()).isEqualTo(5);
    }

    @Test
    void earlierResultsAreReadByTheFunctionHandedIn() {
        List<Target> targets = all(standardInput("{\"name\":\"a.example\"}\n{bad\n".getBytes()));

        assertThat(((Target.Zone) targets.get(0)).metadata()).isEqualTo("from results");
        assertThat(((Target.Unmeasured) targets.get(1)).error()).isEqualTo("not a record: bad");
    }

    @Test
    void theManifestLearnsWhatWasRead() throws Exception {
        byte[] packed = gzip(("# comment\n" + THREE).getBytes());
        Inputs inputs = file("list.gz", packed);
        names(inputs);

        InputFile.Summary summary = inputs.files().get(0).summary();

        String hash =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(packed));
        assertThat(summary.sha256()).isEqualTo(hash);
        assertThat(summary.bytes()).isEqualTo(packed.length);
        assertThat(summary.records()).isEqualTo(3);
        assertThat(summary.comments()).isEqualTo(1);
    }

    @Test
    void anotherFileHasAnotherIdentity() throws IOException {
        FileIdentity one = file("1", THREE.getBytes()).files().get(0).identity();
        FileIdentity same = file("2", THREE.getBytes()).files().get(0).identity();
        FileIdentity other = file("3", THREE.toUpperCase(java.util.Locale.ROOT).getBytes())
                .files()
                .get(0)
                .identity();

        assertThat(one).isEqualTo(same).isNotEqualTo(other);
    }

    @Test
    void halfTheTargetsAreToldWhenHalfTheFileWasRead() throws IOException {
        int many = 200_000;
        String list = lines(many, place -> "zone" + place + ".example\n");
        String zone = "lab. 900 in soa a.nic.lab. h.nic.lab. 1 1800 900 604800 86400\n"
                + lines(many, place -> "z%06d.lab. 900 in ns ns1.host.example.\n".formatted(place));
        for (String text : List.of(list, zone)) {
            for (byte[] octets : List.of(text.getBytes(), gzip(text.getBytes()))) {
                Inputs inputs = file("many", octets);
                for (int i = 0; i < many / 2; i++) {
                    assertThat(inputs.next()).isPresent();
                }
                assertThat(inputs.shareRead().orElseThrow()).isBetween(.45, .7);
                assertThat(all(inputs)).hasSize(many / 2);
                assertThat(inputs.shareRead()).hasValue(1);
            }
        }
    }

    @Test
    void whatWasReadOfAPipeOrOfAZoneFileInNoOrderTellsNothing() throws IOException {
        assertThat(standardInput(THREE.getBytes()).shareRead()).isEmpty();
        Inputs unsorted = file(
                "lab.zone",
                ("lab. 900 in soa a.nic.lab. h.nic.lab. 1 1800 900 604800 86400\n"
                                + "b.lab. 900 in ns ns1.host.example.\na.lab. 900 in ns ns1.host.example.\n"
                                + "b.lab. 900 in ns ns2.host.example.\n")
                        .getBytes());
        assertThat(unsorted.next()).isPresent();
        assertThat(unsorted.shareRead()).isEmpty();
    }

    private static String lines(int count, IntFunction<String> line) {
        return IntStream.range(0, count).mapToObj(line).collect(Collectors.joining());
    }

    private Inputs file(String name, byte[] octets) throws IOException {
        return open(List.of(Files.write(dir.resolve(name), octets).toString()));
    }

    private Inputs standardInput(byte[] octets) {
        return Inputs.open(List.of("-"), reading(), new ByteArrayInputStream(octets));
    }

    private Inputs open(List<String> names) {
        return Inputs.open(names, reading(), InputStream.nullInputStream());
    }

    private Reading reading() {
        return Reading.auto(dir, text -> text, line -> {
            if (line.equals("{bad")) {
                throw new IllegalArgumentException("bad");
            }
            return new Reading.Earlier(DomainName.parse("a.example"), "from results", null);
        });
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<Target> all(Targets targets) {
        List<Target> all = new ArrayList<>();
        for (Optional<Target> next = targets.next(); next.isPresent(); next = targets.next()) {
            all.add(next.get());
        }
        return all;
    }

    private static List<String> names(Targets targets) {
        return all(targets).stream().map(InputsTest::name).toList();
    }

    private static String name(Target target) {
        return ((Target.Zone) target).name().toString();
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] both = java.util.Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(plain);
        }
        return packed.toByteArray();
    }

    private static byte[] zstd(byte[] plain) {
        return Zstd.compress(plain);
    }

    private static byte[] xz(byte[] plain) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new XZOutputStream(packed, new LZMA2Options())) {
            out.write(plain);
        }
        return packed.toByteArray();
    }

    private static byte[] zip(byte[] plain, String entry) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(packed)) {
            out.putNextEntry(new ZipEntry(entry));
            out.write(plain);
        }
        return packed.toByteArray();
    }
}
