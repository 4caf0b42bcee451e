package org.zonedrift.sim.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zonedrift.sim.world.Profile;
import org.zonedrift.sim.world.SimulatedZone;
import org.zonedrift.sim.world.World;
import org.zonedrift.zone.DomainName;

class WorldFilesTest {

    private static final long ZONES = 2_000;

    @TempDir
    private Path directory;

    private static World world() {
        return new World(World.Origin.of(Profile.TOPLIST, 7, ZONES));
    }

    @Test
    void theSameSeedWritesTheSameBytes() throws IOException {
        new WorldFiles(world(), 5300).writeTo(directory.resolve("one"));
        new WorldFiles(world(), 5300).writeTo(directory.resolve("two"));
        for (String name : new WorldFiles(world(), 5300).names()) {
            if (!name.equals("scan.args")) {
                assertThat(directory.resolve("one").resolve(name))
                        .hasSameBinaryContentAs(directory.resolve("two").resolve(name));
            }
        }
    }

    @Test
    void everyNameHasOneLineOfTruth() throws IOException {
        new WorldFiles(world(), 5300).writeTo(directory);
        List<String> names = Files.readAllLines(directory.resolve("domains.txt"));
        List<String> truth = Files.readAllLines(directory.resolve("truth.ndjson"));
        assertThat(names).hasSize((int) ZONES).doesNotHaveDuplicates();
        assertThat(truth).hasSize((int) ZONES);
        for (int line = 0; line < ZONES; line++) {
            assertThat(truth.get(line)).startsWith("{\"name\":\"" + names.get(line) + "\",\"verdict\":\"");
        }
    }

    @Test
    void theZoneFileDelegatesWhatTheServersDelegateInTheOrderOfTheNames() throws IOException {
        World world = world();
        new WorldFiles(world, 5300).writeTo(directory);
        List<DomainName> owners = lines("lab.txt.gz").stream()
                .filter(line -> line.contains("\tns\t"))
                .map(line -> DomainName.parse(line.substring(0, line.indexOf('\t'))))
                .distinct()
                .toList();
        assertThat(owners).isSorted();
        for (long number = 0; number < ZONES; number++) {
            SimulatedZone zone = world.zone(number);
            boolean expected = zone != null && zone.apex().isBelow(world.tlds().get(1));
            assertThat(owners.contains(world.name(number))).isEqualTo(expected);
        }
    }

    @Test
    void theArgumentsNameRootPortAndPermission() throws IOException {
        new WorldFiles(world(), 5377).writeTo(directory.resolve("with blank"));
        assertThat(directory.resolve("with blank").resolve("scan.args"))
                .content()
                .contains("--root-hints \"" + directory.toAbsolutePath() + "/with blank/root.hints\"")
                .contains("--port 5377")
                .contains("--allow-special 127.0.0.0/8");
    }

    private List<String> lines(String file) throws IOException {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(directory.resolve(file))), StandardCharsets.US_ASCII))) {
            return reader.lines().toList();
        }
    }
}
