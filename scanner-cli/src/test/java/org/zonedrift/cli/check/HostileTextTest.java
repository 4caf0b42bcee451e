package org.zonedrift.cli.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zonedrift.cli.console.Style;
import org.zonedrift.cli.scenario.ScriptedScan;
import org.zonedrift.verdict.ZoneReport;
import org.zonedrift.zone.DomainName;

/** Whatever servers call themselves and their primary, no terminal obeys what is shown to people. */
class HostileTextTest {

    private static final Path SCENARIOS = Path.of("src/test/resources/scripted");

    @ParameterizedTest
    @ValueSource(strings = {"hostile-nsid.txt", "odd-names.txt", "two-hostile-versions.txt"})
    void noTerminalObeysWhatAServerSays(String scenario) throws IOException {
        ZoneReport report = ScriptedScan.of(SCENARIOS.resolve(scenario)).report();
        List<String> lines = new ArrayList<>(new Findings(report).lines(Style.PLAIN));
        lines.addAll(DigLines.of(
                DomainName.parse("a\\027[2J;$(id)`id`'\".example"),
                report.judgement().servers()));

        assertThat(lines)
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line.codePoints())
                        .noneMatch(Character::isISOControl)
                        .noneMatch(point -> Character.getType(point) == Character.FORMAT));
    }
}
