package org.zonedrift.cli.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zonedrift.cli.scenario.RecordText;
import org.zonedrift.sim.world.Families;
import org.zonedrift.sim.world.Profile;
import org.zonedrift.sim.world.Truth;
import org.zonedrift.sim.world.World;

/** The simulated Internet on hosts that are not like most: with a prefix routed to them, or hardly any loopback. */
@Tag("interop")
class SimulatedNetworksIT {

    private static final String ROUTE = "ip -6 route add local fd53::/64 dev lo";
    private static final int ZONES = 250;

    @TempDir
    private Path folder;

    @Test
    void overBothFamiliesEveryVerdictIsTheTruth() throws IOException {
        World world = new World(new World.Origin(Profile.TOPLIST, 7, ZONES, World.DEFAULT_POOL, Families.DUAL));
        Path hints = Files.writeString(folder.resolve("root.hints"), world.rootHints());
        try (NetworkNamespace namespace = NetworkNamespace.after(List.of(ROUTE))) {
            List<String> simulate = new ArrayList<>(ProgramInside.javaCommand());
            simulate.addAll(List.of("simulate", "--ipv6", "--zones", "" + ZONES, "--seed", "7", "--port", "5300"));
            RealServer internet =
                    RealServer.start(namespace, Files.createDirectory(folder.resolve("internet")), simulate);
            internet.await(() -> "the Internet", () -> internet.log().contains("listens on port"));
            ProgramInside program = new ProgramInside(namespace, folder, hints, 5_300);
            Map<String, String> records = program.scan(
                    LongStream.range(0, ZONES)
                            .mapToObj(number -> world.name(number).toString())
                            .toList(),
                    List.of());
            Map<String, String> expected = new TreeMap<>();
            Map<String, String> verdicts = new TreeMap<>();
            for (long number = 0; number < ZONES; number++) {
                Truth truth = world.truth(number);
                String name = truth.name().toString();
                String verdict =
                        RecordText.parse(records.get(name)).path("verdict").asString();
                verdicts.put(name, verdict);
                // The second looks come sooner than by default: who converges late has not yet.
                boolean early = verdict.equals(truth.first().name());
                expected.put(name, early ? verdict : truth.verdict().name());
            }
            assertThat(verdicts).isEqualTo(expected);
            assertThat(records.values())
                    .filteredOn(record -> record.contains("\"fd53:"))
                    .hasSizeGreaterThan(ZONES / 3);
        }
    }

    @Test
    void withoutARouteToItsAddressesIpv6IsRefusedWithAdvice() throws IOException, InterruptedException {
        try (NetworkNamespace namespace = NetworkNamespace.after(List.of())) {
            ProgramInside.Ended ended = run(namespace, "simulate", "--ipv6", "--port", "5300");
            assertThat(ended.code()).isEqualTo(3);
            assertThat(ended.err()).contains("lead nowhere", ROUTE);
        }
    }

    /** As on macOS, where nobody else on the machine could ask the servers. */
    @Test
    void whereLoopbackHasOneAddressTheDemoLivesInMemoryAndSaysSo() throws IOException, InterruptedException {
        List<String> alone = List.of("ip addr del 127.0.0.1/8 dev lo", "ip addr add 127.0.0.1/32 dev lo");
        try (NetworkNamespace namespace = NetworkNamespace.after(alone)) {
            ProgramInside.Ended ended = run(namespace, "demo", "--zones", "200", "--progress", "none");
            assertThat(ended.err())
                    .contains("lives in the memory of this program")
                    .contains("no loopback addresses beside 127.0.0.1");
            assertThat(ended.code()).as(ended.err()).isZero();
        }
    }

    @Test
    void whereLoopbackIsWholeTheDemoListensThere() throws IOException, InterruptedException {
        try (NetworkNamespace namespace = NetworkNamespace.after(List.of())) {
            ProgramInside.Ended ended = run(namespace, "demo", "--zones", "20", "--progress", "none");
            assertThat(ended.err()).contains("listens on loopback, port");
            assertThat(ended.code()).as(ended.err()).isZero();
        }
    }

    private ProgramInside.Ended run(NetworkNamespace namespace, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(ProgramInside.javaCommand());
        command.addAll(List.of(arguments));
        Path said = folder.resolve("said");
        Process process =
                namespace.command(command).redirectError(said.toFile()).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new ProgramInside.Ended(process.waitFor(), out, Files.readString(said));
    }
}
