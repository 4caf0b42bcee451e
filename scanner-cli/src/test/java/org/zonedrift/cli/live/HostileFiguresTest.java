package org.zonedrift.cli.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zonedrift.cli.scenario.ScriptedScan;
import org.zonedrift.verdict.ZoneReport;

/** Whatever servers are called, who reads the figures reads our figures, and the names as they are. */
class HostileFiguresTest {

    private static final Path SCENARIOS = Path.of("src/test/resources/scripted");

    private static final Pattern SAMPLE =
            Pattern.compile("[a-z_]+(\\{([a-z_]+=\"([^\"\\\\]|\\\\[\\\\\"n])*\",?)+})? [0-9.E+-]+");

    private static final Pattern SERVER = Pattern.compile("server=\"((?:[^\"\\\\]|\\\\.)*)\"");

    @ParameterizedTest
    @ValueSource(strings = {"two-hostile-versions.txt", "hosts-that-are-markup.txt"})
    void everyLineIsOneFigureAndEveryNameItself(String scenario) throws IOException {
        ZoneReport report = ScriptedScan.of(SCENARIOS.resolve(scenario)).report();
        ZoneNumbers numbers = new ZoneNumbers();
        numbers.show(List.of(report));
        String figures = numbers.registry().scrape();

        assertThat(figures.lines().filter(line -> !line.startsWith("#")))
                .isNotEmpty()
                .allMatch(line -> SAMPLE.matcher(line).matches());
        Set<String> servers = new TreeSet<>();
        for (Matcher server = SERVER.matcher(figures); server.find(); ) {
            servers.add(server.group(1).replaceAll("\\\\(.)", "$1"));
        }
        assertThat(servers)
                .isEqualTo(report.judgement().servers().stream()
                        .map(row -> row.ns().host().toString())
                        .collect(Collectors.toCollection(TreeSet::new)));
    }
}
