package org.zonedrift.cli.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.zonedrift.cli.scenario.RecordText;
import tools.jackson.databind.JsonNode;

/** What the program says about zones on BIND, NSD, Knot and PowerDNS: each scenario on each software that can play it. */
@Tag("interop")
class RealServersIT {

    private static final Path SCENARIOS = Path.of("src/test/resources/interop");

    @TempDir
    static Path folder;

    private static final List<StagedZone> ZONES = new ArrayList<>();
    private static final Map<String, String> RECORDS = new HashMap<>();
    private static Lab lab;

    @BeforeAll
    static void playAll() throws IOException {
        Programs.need("nsd", "nsd");
        try (Stream<Path> files = Files.list(SCENARIOS)) {
            files.filter(file -> file.toString().endsWith(".txt"))
                    .sorted()
                    .map(RealScenario::read)
                    .forEach(scenario -> stage(scenario));
        }
        lab = Lab.open(folder, ZONES.stream().filter(RealServersIT::canBePlayed).toList());
        RECORDS.putAll(lab.scan());
    }

    private static void stage(RealScenario scenario) {
        if (scenario.isForEachSoftware()) {
            for (ServerSoftware software : ServerSoftware.values()) {
                if (scenario.suits(software)) {
                    ZONES.add(new StagedZone(scenario, Optional.of(software)));
                }
            }
        } else {
            ZONES.add(new StagedZone(scenario, Optional.empty()));
        }
    }

    private static boolean canBePlayed(StagedZone zone) {
        return zone.software().stream().allMatch(ServerSoftware::isInstalled);
    }

    @AfterAll
    static void close() {
        if (lab != null) {
            lab.close();
        }
        ZONES.clear();
    }

    @TestFactory
    Stream<DynamicTest> everyScenarioGivesItsRecord() {
        return ZONES.stream()
                .map(zone -> DynamicTest.dynamicTest(zone.title(), () -> {
                    for (ServerSoftware software : zone.software()) {
                        assumeTrue(software.isInstalled(), "needs: " + software.debianPackage());
                    }
                    String record = RECORDS.get(zone.name());
                    assertThat(record).as("a record of %s", zone.name()).isNotNull();
                    RecordText.meets(record, zone.expectations());
                }));
    }

    /** The parents need not be asked when their zone file is at hand (T-121). */
    @Test
    void theZoneFileOfTheParentLeadsToTheSameVerdicts() {
        Map<String, String> records = lab.program()
                .scanFile(lab.zoneFile(), List.of("--input-format", "zone", "--zone-origin", StagedZone.TLD));
        Map<String, String> wrong = new TreeMap<>();
        List<String> asUsual = ZONES.stream()
                .filter(zone -> zone.options().isEmpty())
                .map(StagedZone::name)
                .toList();
        records.forEach((name, record) -> {
            if (asUsual.contains(name) && !verdict(record).equals(verdict(RECORDS.get(name)))) {
                wrong.put(name, record);
            }
        });
        assertThat(records).hasSizeGreaterThan(100);
        assertThat(wrong).isEmpty();
    }

    private static String verdict(String record) {
        JsonNode parsed = RecordText.parse(record);
        return parsed.path("verdict").asString() + parsed.path("reason").asString();
    }

    @Test
    void checkTellsWhichRealServerIsBehind() {
        String zone = "frozen-secondary-nsd.lab";
        ProgramInside.Ended stale = lab.program().run(List.of("check", zone));
        assertThat(stale.code()).as(stale.err()).isEqualTo(1);
        assertThat(stale.out()).contains(zone, "2024010102", "2024010101", "behind");
        ProgramInside.Ended sound = lab.program().run(List.of("check", "copied-by-transfer-nsd.lab"));
        assertThat(sound.code()).as(sound.err()).isZero();
    }
}
