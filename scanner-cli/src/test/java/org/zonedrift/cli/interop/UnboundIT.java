package org.zonedrift.cli.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
import tools.jackson.databind.JsonNode;

/** A scan of the simulated Internet's gallery through a real resolver. */
@Tag("interop")
class UnboundIT {

    /** Resolvers ask nowhere else. */
    private static final int DNS_PORT = 53;

    private static final String RESOLVER = "127.99.0.1";

    /** What a resolver cannot see, or sees otherwise: each with the verdict that is right by this way. */
    private static final Map<String, String> OTHERWISE = Map.of(
            "cname-at-apex.exhibit", "NOT_A_ZONE/cname",
            // One of two servers denies the zone: the resolver may have asked that one.
            "denied.exhibit", "NXDOMAIN/resolver",
            "nobody.exhibit", "NXDOMAIN/resolver");

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
    }

    private static String configuration(Path own, Path hints) {
        return """
                server:
                  interface: %s
                  access-control: 127.0.0.0/8 allow
                  do-not-query-localhost: no
                  root-hints: "%s"
                  module-config: "iterator"
                  do-ip6: no
                  do-daemonize: no
                  username: ""
                  chroot: ""
                  directory: "%s"
                  pidfile: ""
                  use-syslog: no
                  verbosity: 1
                  infra-host-ttl: 1
                remote-control:
                  control-enable: no
                """.formatted(RESOLVER, hints, own);
    }

    @AfterAll
    static void close() {
        if (namespace != null) {
            namespace.close();
        }
    }

    @Test
    void throughUnboundEveryExhibitGetsItsVerdict() throws IOException {
        Map<String, String> verdicts = new TreeMap<>(scanned(GALLERY.usual()));
        // A resolver on a busy machine gives up on questions; what it lost must be there when asked again.
        List<Exhibit> doubtful = GALLERY.usual().stream()
                .filter(exhibit -> !expected(exhibit, verdicts).equals(verdicts.get(nameOf(exhibit))))
                .toList();
        if (!doubtful.isEmpty()) {
            verdicts.putAll(scanned(doubtful));
        }
        Map<String, String> expected = new TreeMap<>();
        GALLERY.usual().forEach(exhibit -> expected.put(nameOf(exhibit), expected(exhibit, verdicts)));
        assertThat(verdicts).isEqualTo(expected);
    }

    private static String nameOf(Exhibit exhibit) {
        return exhibit.name().toString();
    }

    private static String expected(Exhibit exhibit, Map<String, String> verdicts) {
        String truth =
                exhibit.truth().verdict() + "/" + exhibit.truth().reason().key();
        return allowed(nameOf(exhibit), truth, verdicts.getOrDefault(nameOf(exhibit), "no record"));
    }

    private static Map<String, String> scanned(List<Exhibit> exhibits) throws IOException {
        Path list = Files.write(
                folder.resolve("names.txt"),
                exhibits.stream().map(UnboundIT::nameOf).toList());
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
        Map<String, String> verdicts = new TreeMap<>();
        ended.out().lines().map(RecordText::parse).forEach(record -> {
            verdicts.put(record.path("name").asString(), verdict(record));
            assertThat(record.path("delegation").path("method").asString()).startsWith("resolver");
        });
        return verdicts;
    }

    /** The verdict itself where it is right, which depends on whom the resolver happens to ask. */
    private static String allowed(String name, String truth, String verdict) {
        // A resolver that asks the odd one of two servers for the other's address learns none.
        boolean lacksAddress =
                truth.equals("ONE_ANSWER/others-failed") && verdict.equals("ONE_ANSWER/others-no-address");
        return verdict.equals(truth) || lacksAddress ? verdict : OTHERWISE.getOrDefault(name, truth);
    }

    private static String verdict(JsonNode record) {
        JsonNode reason = record.path("reason");
        return record.path("verdict").asString() + "/" + (reason.isString() ? reason.asString() : "none");
    }
}
