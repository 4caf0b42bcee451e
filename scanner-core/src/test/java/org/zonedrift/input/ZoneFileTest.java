package org.zonedrift.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xbill.DNS.Master;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Type;
import org.zonedrift.zone.AddressText;
import org.zonedrift.zone.Delegation;
import org.zonedrift.zone.DomainName;

class ZoneFileTest {

    private static final Path SCRATCH = Path.of(System.getProperty("java.io.tmpdir"));

    private static final String SOA = "lab.\t900\tin\tsoa\ta.nic.lab. host.nic.lab. 1795133520 1800 900 604800 86400\n";

    private static List<Target> read(String text, @Nullable DomainName origin) {
        byte[] octets = text.getBytes(StandardCharsets.ISO_8859_1);
        Targets targets = new ZoneFileTargets(() -> new ByteArrayInputStream(octets), origin, 0, 53, SCRATCH);
        List<Target> all = new ArrayList<>();
        for (Optional<Target> next = targets.next(); next.isPresent(); next = targets.next()) {
            all.add(next.get());
        }
        return all;
    }

    private static List<Target.Zone> zones(String text) {
        return read(text, null).stream().map(Target.Zone.class::cast).toList();
    }

    private static Delegation delegation(Target.Zone zone) {
        assertThat(zone.delegation()).isNotNull();
        return Objects.requireNonNull(zone.delegation());
    }

    /** Each zone with its servers and their glue, in one comparable text. */
    private static String summary(Delegation delegation) {
        TreeSet<String> glue = delegation.glue().stream()
                .map(entry -> entry.host() + "=" + entry.address().host())
                .collect(Collectors.toCollection(TreeSet::new));
        return delegation.zone() + " " + new TreeSet<>(delegation.nameServers()) + " " + glue;
    }

    private static List<String> summaries(List<Target.Zone> zones) {
        return zones.stream().map(zone -> summary(delegation(zone))).sorted().toList();
    }

    @Test
    void aFlatFileGivesEachOwnerWithItsServersAndGlue() {
        List<Target.Zone> zones = zones(SOA
                + "lab.\t86400\tin\tns\ta.nic.lab.\n"
                + "a.nic.lab.\t86400\tin\ta\t192.5.6.30\n"
                + "example.lab.\t3600\tin\tns\tns1.example.lab.\n"
                + "example.lab.\t3600\tin\tns\tns2.provider.net.\n"
                + "example.lab.\t86400\tin\tds\t370 13 2 BE74359954660069D5C63D200C39F5603827D7DD02B56F120EE9F3A8\n"
                + "ns1.example.lab.\t3600\tin\ta\t192.0.2.1\n"
                + "ns1.example.lab.\t3600\tin\taaaa\t2001:db8::1\n"
                + "other.lab.\t3600\tin\tns\tns2.provider.net.\n");

        assertThat(summaries(zones))
                .containsExactly(
                        "example.lab [ns1.example.lab, ns2.provider.net]"
                                + " [ns1.example.lab=192.0.2.1, ns1.example.lab=2001:db8::1]",
                        "other.lab [ns2.provider.net] []");
        Delegation.Source source = delegation(zones.get(0)).source();
        assertThat(source.method()).isEqualTo(Delegation.Method.ZONE_FILE);
        assertThat(source.parentSoaSerial()).isEqualTo(1795133520L);
        assertThat(source.observedAtMillis()).isEqualTo(1795133520000L);
        assertThat(source.parentZone()).isEqualTo(DomainName.parse("lab"));
        assertThat(source.nsTtl()).isEqualTo(3600);
        assertThat(zones.get(0).line().number()).isEqualTo(4);
    }

    @Test
    void T121_ownersOutOfOrderInAnyNotationBecomeOneTargetEach() {
        List<Target.Zone> zones = zones("""
            $ORIGIN lab.
            $TTL 1h
            @ IN SOA a.nic host.nic (
                2026112001 ; serial
                1800 900 604800 86400 )
              NS a.nic
            Zebra NS NS1.Zebra
            apple IN NS ns1.apple.lab.
            zebra 7200 IN NS ns2.provider.net.
            ns1.zebra A 192.0.2.7
            APPLE.lab. NS ns2.provider.net.
            zebra NS (
                ns3.zebra )
            ns1.apple AAAA 2001:db8::a
            od\\100 NS ns2.provider.net.
            """);

        assertThat(summaries(zones))
                .containsExactly(
                        "apple.lab [ns1.apple.lab, ns2.provider.net] [ns1.apple.lab=2001:db8::a]",
                        "odd.lab [ns2.provider.net] []",
                        "zebra.lab [ns1.zebra.lab, ns3.zebra.lab, ns2.provider.net] [ns1.zebra.lab=192.0.2.7]");
        assertThat(delegation(zones.get(0)).source().observedAtMillis()).isEqualTo(1795132800000L);
    }

    @Test
    void zonesThatAreDelegatedAlikeShareOneSetWithItsGlue() {
        List<Target.Zone> zones = zones(SOA
                + "one.lab. 900 in ns ns1.p.lab.\none.lab. 900 in ns ns2.q.mock.\n"
                + "two.lab. 900 in ns ns2.q.mock.\ntwo.lab. 900 in ns NS1.p.lab.\n"
                + "ns1.p.lab. 900 in a 192.0.2.1\n");
        Delegation one = delegation(zones.get(0));
        Delegation two = delegation(zones.get(1));

        assertThat(one.nameServers()).hasSize(2);
        assertThat(two.nameServers()).isSameAs(one.nameServers());
        assertThat(one.glue()).hasSize(1);
        assertThat(two.glue()).isSameAs(one.glue());
    }

    @Test
    void manyServersNamedTwiceAreASetOfTheirOwn() {
        StringBuilder text = new StringBuilder(SOA);
        for (int i = 0; i < 40; i++) {
            text.append("many.lab. 900 in ns ns").append(i % 20).append(".p.lab.\n");
        }
        text.append("ns1.p.lab. 900 in a 192.0.2.1\n");
        Delegation many = delegation(zones(text.toString()).get(0));

        assertThat(many.nameServers()).hasSize(20);
        assertThat(many.glue()).hasSize(1);
    }

    @Test
    void aDamagedLineIsReportedWithItsNumberAndSkipped() {
        List<Target> targets = read(
                SOA
                        + "a.lab. 60 in ns ns.a.lab.\n"
                        + "b..lab. 60 in ns ns.b.lab.\n"
                        + "c.lab. 60 in ns\n"
                        + "d.lab. 60 in a 999.1.1.1\n"
                        + "relative 60 in ns ns.b.lab.\n"
                        + "$INCLUDE /etc/passwd\n"
                        + "e.lab. 60 in ns ns.e.lab.\n"
                        + "f.lab. 6x in ns ns.e.lab.\n"
                        + "g.lab. 60 in aaaa 2001:db8:::1\n",
                null);

        assertThat(targets).hasSize(9);
        assertThat(targets.stream().filter(Target.Unmeasured.class::isInstance))
                .extracting(target -> target.line().number())
                .containsExactly(3L, 4L, 5L, 6L, 7L, 9L, 10L);
    }

    @Test
    void aParenthesisThatIsNeverClosedDoesNotEndTheScan() {
        List<Target> targets = read(SOA + "a.lab. 60 in ns ns.a.lab.\nb.lab. 60 in ns (\n", null);

        assertThat(targets).hasSize(2);
        assertThat(targets).filteredOn(Target.Unmeasured.class::isInstance).hasSize(1);
    }

    @Test
    void aFileWithoutSoaNeedsAnOrigin() {
        assertThatThrownBy(() -> read("a.lab. 60 in ns ns.a.lab.\n", null))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("--zone-origin");
        assertThat(read("a 60 in ns ns.a\n", DomainName.parse("lab"))).hasSize(1);
    }

    @Test
    void glueIsKnownWhereverItStands() {
        List<Target.Zone> zones = zones("z.lab. 60 in a 192.0.2.26\n" + SOA + "a.lab. 60 in ns z.lab.\n"
                + "b.lab. 60 in ns y.lab.\n" + "y.lab. 60 in a 192.0.2.25\n");

        assertThat(summaries(zones))
                .containsExactly("a.lab [z.lab] [z.lab=192.0.2.26]", "b.lab [y.lab] [y.lab=192.0.2.25]");
    }

    @Test
    void aPipeIsSpooledAndReadTwice(@TempDir Path folder) throws IOException {
        byte[] octets = (SOA + "a.lab. 60 in ns ns.a.lab.\n").getBytes(StandardCharsets.US_ASCII);
        ByteSource spooled = ByteSource.spooled(new ByteArrayInputStream(octets), folder);

        assertThat(new ZoneFileTargets(spooled, null, 0, 53, SCRATCH)
                        .flux()
                        .count()
                        .block())
                .isEqualTo(1);
        try (var left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void bothReadersGiveTheSameDelegations() throws IOException {
        for (long seed = 0; seed < 40; seed++) {
            String text = randomZone(new Random(seed));
            List<Target.Zone> zones =
                    read(text, null).stream().map(Target.Zone.class::cast).toList();
            assertThat(summaries(zones)).as("seed %d", seed).isEqualTo(byDnsjava(text));
            assertThat(zones).as("one target an owner, seed %d", seed).doesNotHaveDuplicates();
        }
    }

    /** The second opinion: dnsjava reads the whole file at once. */
    private static List<String> byDnsjava(String text) throws IOException {
        TreeMap<String, TreeSet<DomainName>> servers = new TreeMap<>();
        TreeMap<String, TreeSet<String>> addresses = new TreeMap<>();
        byte[] octets = text.getBytes(StandardCharsets.ISO_8859_1);
        try (Master master = new Master(new ByteArrayInputStream(octets), Name.fromString("lab."))) {
            for (Record record = master.nextRecord(); record != null; record = master.nextRecord()) {
                String owner =
                        DomainName.ofWire(record.getName().toWireCanonical()).toString();
                if (record.getType() == Type.NS && !owner.equals("lab")) {
                    servers.computeIfAbsent(owner, key -> new TreeSet<>())
                            .add(DomainName.ofWire(record.rdataToWireCanonical()));
                } else if (record.getType() == Type.A || record.getType() == Type.AAAA) {
                    addresses
                            .computeIfAbsent(owner, key -> new TreeSet<>())
                            .add(owner + "=" + AddressText.write(record.rdataToWireCanonical()));
                }
            }
        }
        List<String> all = new ArrayList<>();
        servers.forEach((owner, hosts) -> {
            TreeSet<String> glue = new TreeSet<>();
            hosts.forEach(host -> glue.addAll(addresses.getOrDefault(host.toString(), new TreeSet<>())));
            all.add(owner + " " + hosts + " " + glue);
        });
        Collections.sort(all);
        return all;
    }

    private static String randomZone(Random random) {
        List<String> lines = new ArrayList<>();
        for (int zone = 0; zone < 60; zone++) {
            String name = "z" + random.nextInt(40) + (random.nextInt(9) == 0 ? "\\0" + (45 + random.nextInt(9)) : "");
            for (int host = random.nextInt(3); host >= 0; host--) {
                lines.add(owner(name, random) + fields(random) + data("NS", hostName(random), random));
            }
        }
        for (int host = 0; host < 20; host++) {
            String address = random.nextBoolean() ? "A 192.0.2." + host : "AAAA 2001:db8::" + Integer.toHexString(host);
            lines.add(owner("ns" + random.nextInt(15), random) + fields(random) + address);
            lines.add(owner("t" + host, random) + " TXT \"a ; quoted ( text\" ; and a comment (");
            lines.add(owner("z" + host, random)
                    + " IN 60 DS 370 13 1 (\n BE74359954660069D5C63D200C39F560\n  3827D7DD )");
            lines.add(owner("t" + host, random) + " IN TXT one two three four \"five )\" ; six (");
        }
        if (random.nextInt(3) > 0) {
            Collections.shuffle(lines, random);
        }
        String begin = "$ORIGIN lab.\n$TTL 3600\n@ SOA a.nic b.nic ( 7 1 2\n 3 4 )\n";
        return begin + String.join("\n", lines) + "\n";
    }

    private static String owner(String name, Random random) {
        String written = random.nextBoolean() ? name : name + ".lab.";
        return random.nextInt(4) == 0 ? written.toUpperCase(Locale.ROOT) : written;
    }

    private static String fields(Random random) {
        String[] choices = {" ", "\t", " 300 ", " IN ", "\t60\tIN\t", " IN 1h "};
        return choices[random.nextInt(choices.length)];
    }

    private static String data(String type, String data, Random random) {
        return random.nextInt(8) == 0 ? type + " (\n  " + data + "\n )" : type + " " + data;
    }

    private static String hostName(Random random) {
        return random.nextBoolean() ? "ns" + random.nextInt(15) : "ns" + random.nextInt(15) + ".example.net.";
    }
}
