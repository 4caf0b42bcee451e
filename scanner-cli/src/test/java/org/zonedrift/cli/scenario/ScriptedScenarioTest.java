package org.zonedrift.cli.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the scanner says about servers that do what no sound server does. */
class ScriptedScenarioTest {

    private static final Path SCENARIOS = Path.of("src/test/resources/scripted");

    static List<Path> scenarios() throws IOException {
        try (Stream<Path> files = Files.list(SCENARIOS)) {
            return files.filter(file -> file.toString().endsWith(".txt"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void aScenarioGivesItsRecord(Path file) throws IOException {
        ScriptedScenario scenario = ScriptedScenario.read(file);
        RecordText.meets(new ScriptedScan(scenario).record(), scenario.expectations());
    }

    @Test
    void noSpecialPurposeAddressIsEverAsked() throws IOException {
        ScriptedScan scan = new ScriptedScan(ScriptedScenario.read(SCENARIOS.resolve("addresses-nobody-may-ask.txt")));
        scan.record();
        assertThat(scan.asked()).containsExactly("53.0.0.1", "53.0.1.1");
    }
}
