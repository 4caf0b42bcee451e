package org.zonedrift.cli.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zonedrift.cli.scenario.RecordText;
import org.zonedrift.sim.gallery.Exhibit;
import org.zonedrift.sim.gallery.Gallery;
import org.zonedrift.sim.world.Families;
import org.zonedrift.verdict.Verdict;
import tools.jackson.databind.JsonNode;

/** A scan of the simulated Internet's gallery through a real resolver. */
@Tag("interop")
class UnboundIT {

    /** Resolvers ask nowhere else. */
    private static final int DNS_PORT = 53;

    private static final String RESOLVER = "127.99.0.1";

    /**
     * How long the resolver waits for a server it does not know. The usual third of a second is too
     * short for a machine with much else to do: it turns to the other server, and half of the
     * exhibits have one that misbehaves. This is what its manual proposes for slow lines.
     */
    private static final int PATIENCE_MILLIS = 1_128;

    /** A zone that is signed as far as the resolver has been told, and that is not: so it is bogus. */
    private static final String BOGUS = "long-unchanged.exhibit";

    /** What a resolver cannot see, or sees otherwise: each with the verdicts that are right by this way. */
    private static final Map<String, Set<String>> OTHERWISE = Map.of(
            "cname-at-apex.exhibit", Set.of("NOT_A_ZONE/cname"),
            // One of two servers denies the zone and all in it. The resolver asks either of them for the
            // zone, and for the addresses of both, and believes what it is told.
            "denied.exhibit",
                    Set.of(
                            "NXDOMAIN/resolver",
                            "ONE_ANSWER/others-failed",
                            "ONE_ANSWER/others-no-address",
                            "UNSERVED/mixed",
                            "UNSERVED/no-address"),
            "nobody.exhibit", Set.of("NXDOMAIN/resolver"));

    @TempDir
    static Path folder;

    private static final Gallery GALLERY = new Gallery(Families.IPV4);
    private static NetworkNamespace namespace;
    private static ProgramInside program;

    @BeforeAll
    static void start() throws IOException {
        Path unbound = Programs.need("unbound", "unbound");
        namespace = NetworkNamespace.with(List.of());
        Path hints =
                Files.writeString(folder.resolve("root.hints"), GALLERY.world(1).rootHints());
        List<String> simulate = new ArrayList<>(ProgramInside.javaCommand());
        simulate.addAll(List.of("simulate", "--gallery", "--zones", "0", "--port", String.valueOf(DNS_PORT)));
        RealServer internet = RealServer.start(namespace, Files.createDirectory(folder.resolve("internet")), simulate);
        internet.await(() -> "the Internet", () -> internet.log().contains("listens on port"));
        Path own = Files.createDirectory(folder.resolve("unbound"));
        Path configuration = Files.writeString(own.resolve("unbound.conf"), configuration(own, hints));
        RealServer resolver =
                RealServer.start(namespace, own, List.of(unbound.toString(), "-d", "-c", configuration.toString()));
        resolver.await(() -> "Unbound", () -> resolver.log().contains("start of service"));
        program = new ProgramInside(namespace, folder, hints, DNS_PORT);
        // Until it has found the root, all that it is asked waits, and is given up together.
        resolver.await(() -> "its way from the root", UnboundIT::findsSoundZone);
    }

    private static boolean findsSoundZone() {
        Exhibit sound = GALLERY.usual().stream()
                .filter(exhibit -> exhibit.truth().verdict() == Verdict.CONSISTENT)
                .findFirst()
                .orElseThrow();
        return scanned(List.of(sound)).containsValue(truth(sound));
    }

    private static String truth(Exhibit exhibit) {
        return exhibit.truth().verdict() + "/" + exhibit.truth().reason().key();
    }

    private static String configuration(Path own, Path hints) {
        return """
                server:
                  interface: %s
                  access-control: 127.0.0.0/8 allow
                  do-not-query-localhost: no
                  root-hints: "%s"
                  module-config: "validator iterator"
                  do-ip6: no
                  do-daemonize: no
                  username: ""
                  chroot: ""
                  directory: "%s"
                  pidfile: ""
                  use-syslog: no
                  verbosity: 1
                  unknown-server-time-limit: %d
                  trust-anchor: "%s DS 1 8 2 %s"
                remote-control:
                  control-enable: no
                """.formatted(RESOLVER, hints, own, PATIENCE_MILLIS, BOGUS, "0".repeat(64));
    }

    @AfterAll
    static void close() {
        if (namespace != null) {
            namespace.close();
        }
    }

    @Test
    void throughUnboundEveryExhibitGetsItsVerdict() {
        Map<String, String> verdicts = scanned(GALLERY.usual());
        Map<String, Set<String>> expected = new TreeMap<>();
        GALLERY.usual().forEach(exhibit -> expected.put(nameOf(exhibit), expected(exhibit)));
        assertThat(verdicts.keySet()).isEqualTo(expected.keySet());
        verdicts.entrySet().removeIf(entry -> expected.get(entry.getKey()).contains(entry.getValue()));
        if (!verdicts.isEmpty()) {
            // What was lost on a busy machine must be there when asked again; all are, since only a
            // resolver that does well is believed to be silent for good reason.
            Map<String, String> again = scanned(GALLERY.usual());
            verdicts.replaceAll((name, doubtful) -> again.getOrDefault(name, doubtful));
        }
        verdicts.entrySet().removeIf(entry -> expected.get(entry.getKey()).contains(entry.getValue()));
        assertThat(verdicts).isEmpty();
    }

    @Test
    void T119_aZoneAtWhichTheResolverFailsIsAskedOfItsParent() {
        JsonNode record = records(List.of(exhibit("all-refuse.exhibit"))).get("all-refuse.exhibit");

        assertThat(verdict(record)).isEqualTo("UNSERVED/all-lame");
        assertThat(record.path("delegation").path("method").asString()).isEqualTo("resolver+iterative");
        assertThat(record.path("delegation").path("rcode").asString()).isEqualTo("SERVFAIL");
    }

    @Test
    void T120_aBogusZoneIsSeenThroughAValidatingResolver() throws IOException {
        assertThat(dig("+nocd")).contains("status: SERVFAIL");
        assertThat(dig("+cd")).contains("status: NOERROR");

        JsonNode record = records(List.of(exhibit(BOGUS))).get(BOGUS);

        assertThat(verdict(record)).isEqualTo("CONSISTENT/none");
        assertThat(record.path("delegation").path("method").asString()).isEqualTo("resolver");
    }

    private static String dig(String checking) throws IOException {
        String dig = Programs.need("dig", "bind9-dnsutils").toString();
        Process process = namespace
                .command(List.of(dig, "@" + RESOLVER, "+tries=10", checking, BOGUS, "SOA"))
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static Exhibit exhibit(String name) {
        return GALLERY.usual().stream()
                .filter(exhibit -> nameOf(exhibit).equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String nameOf(Exhibit exhibit) {
        return exhibit.name().toString();
    }

    private static Set<String> expected(Exhibit exhibit) {
        return OTHERWISE.getOrDefault(nameOf(exhibit), Set.of(truth(exhibit)));
    }

    private static Map<String, String> scanned(List<Exhibit> exhibits) {
        Map<String, String> verdicts = new TreeMap<>();
        records(exhibits).forEach((name, record) -> verdicts.put(name, verdict(record)));
        return verdicts;
    }

    private static Map<String, JsonNode> records(List<Exhibit> exhibits) {
        Path list = list(exhibits.stream().map(UnboundIT::nameOf).toList());
        ProgramInside.Ended ended = program.run(List.of(
                "scan",
                list.toString(),
                "--delegation",
                "resolver",
                "--resolvers",
                RESOLVER,
                "--emit",
                "all",
                "--progress",
                "none"));
        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(ended.err()).contains("By kind:").contains("resolver ");
        Map<String, JsonNode> records = new TreeMap<>();
        ended.out().lines().map(RecordText::parse).forEach(record -> {
            records.put(record.path("name").asString(), record);
            assertThat(record.path("delegation").path("method").asString()).startsWith("resolver");
        });
        return records;
    }

    private static Path list(List<String> names) {
        try {
            return Files.write(folder.resolve("names.txt"), names);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String verdict(JsonNode record) {
        JsonNode reason = record.path("reason");
        return record.path("verdict").asString() + "/" + (reason.isString() ? reason.asString() : "none");
    }
}
