package org.zonedrift.cli.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zonedrift.cli.console.Style;
import org.zonedrift.cli.scenario.ScriptedScan;
import org.zonedrift.verdict.ZoneReport;
import org.zonedrift.zone.DomainName;
import org.zonedrift.zone.ServerAddress;

/** Whatever servers call themselves and their primary, no terminal obeys what is shown to people. */
class HostileTextTest {

    private static final Path SCENARIOS = Path.of("src/test/resources/scripted");

    @ParameterizedTest
    @ValueSource(
            strings = {"hostile-nsid.txt", "odd-names.txt", "two-hostile-versions.txt", "hosts-that-are-markup.txt"})
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

    @ParameterizedTest
    @ValueSource(strings = {"two-hostile-versions.txt", "hosts-that-are-markup.txt"})
    void monitoringReadsOneLineAndOnlyOurFigures(String scenario) throws IOException {
        ZoneReport report = ScriptedScan.of(SCENARIOS.resolve(scenario)).report();
        String line = PluginLine.of(List.of(report));

        assertThat(line.codePoints()).noneMatch(Character::isISOControl);
        assertThat(line).matches("ZONEDRIFT CRITICAL - [^|]+ \\| ('[^'=|]+'=\\d+(ms)? ?)+");
    }

    /** A name of a zone, written into the line that asks again, is one argument and nothing more. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "$(id)`id`.example",
                "it's.example",
                "'\"; id #.example",
                "-f.example",
                "a\\010b\\027[2J.example",
                "!!&&id|id>x.example",
                "*.example",
                "~.example"
            })
    void noShellObeysALineThatIsPasted(String name) throws IOException {
        DomainName zone = DomainName.parse(name);
        String line = DigLines.line(zone, ServerAddress.of(new byte[] {(byte) 192, 0, 2, 1}, ServerAddress.DNS_PORT));
        Process shell = new ProcessBuilder("bash", "-c", "dig() { printf '%s\\n' \"$@\"; }; " + line)
                .redirectErrorStream(true)
                .start();
        List<String> words = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .filter(word -> !word.equals("-q"))
                .toList();

        assertThat(words).containsExactly("+norec", "+nsid", "@192.0.2.1", zone.toString(), "SOA");
    }
}
