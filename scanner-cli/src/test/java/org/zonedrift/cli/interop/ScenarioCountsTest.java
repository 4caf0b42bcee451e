package org.zonedrift.cli.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How many situations each server software plays, as CONTRIBUTING shows it, is what the files say. */
class ScenarioCountsTest {

    private static final Path RESOURCES = Path.of("src/test/resources");

    @Test
    void theCountsThatAreShownAreThoseOfTheFiles() throws IOException {
        Map<ServerSoftware, Integer> plays = new EnumMap<>(ServerSoftware.class);
        int mixed = 0;
        List<Path> texts = texts("interop");
        for (Path text : texts) {
            RealScenario scenario = RealScenario.read(text);
            mixed += scenario.isForEachSoftware() ? 0 : 1;
            for (ServerSoftware software : ServerSoftware.values()) {
                boolean takesPart = scenario.isForEachSoftware() && scenario.suits(software);
                plays.merge(software, takesPart ? 1 : 0, Integer::sum);
            }
        }
        int all = mixed + plays.values().stream().mapToInt(count -> count).sum();

        assertThat(Files.readString(Path.of("../CONTRIBUTING.md")))
                .contains("%d zones from %d texts. BIND 9: %d, NSD: %d, Knot: %d, PowerDNS: %d, of several at once: %d"
                        .formatted(
                                all,
                                texts.size(),
                                plays.get(ServerSoftware.BIND),
                                plays.get(ServerSoftware.NSD),
                                plays.get(ServerSoftware.KNOT),
                                plays.get(ServerSoftware.POWERDNS),
                                mixed))
                .contains("| %d scripts |".formatted(texts("scripted").size()));
    }

    private static List<Path> texts(String folder) throws IOException {
        try (Stream<Path> files = Files.list(RESOURCES.resolve(folder))) {
            return files.filter(file -> file.toString().endsWith(".txt"))
                    .sorted()
                    .toList();
        }
    }
}
