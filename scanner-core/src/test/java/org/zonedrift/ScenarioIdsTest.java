package org.zonedrift;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every scenario of the specification is some test's: one whose name ends in its id, or a file of
 * the scenarios among real servers.
 */
class ScenarioIdsTest {

    /** Baseline, serials, several providers, lame servers, transport, re-checks, and the further rows. */
    private static final String IDS = """
            001 002 003 004 005 006 007 008 009 010 012 013
            020 021 022 023 024 025 026 027 029 030 031 032 035 036 037 038 104
            040 041 042 044 046 047
            050 051 052 053 055 056 058 059 061 062 063 064 066 068 069 071 072 074 076 077
            080 081 083 084 087 088 089 090 091
            130 132 133 135
            160 161 162 163 164 165
            """;

    /** Only real servers can show these: several programs that agree, and what each of them sends. */
    private static final Set<String> AMONG_REAL_SERVERS = Set.of("002", "087", "089");

    private static final Path ROOT = Path.of("..");
    private static final Pattern CLAIM = Pattern.compile("(?:_|\\b)T-?(\\d{3})(?!\\d)");

    @Test
    void everyScenarioIsSomeTests() {
        Set<String> missing = ids();
        missing.removeAll(claimed(".java", "scanner-core", "scanner-sim", "scanner-cli"));
        missing.removeAll(AMONG_REAL_SERVERS);
        assertThat(missing).as("no test has these ids in its name").isEmpty();
    }

    @Test
    void whatNeedsRealServersIsPlayedByThem() {
        assertThat(claimed(".txt", "scanner-cli")).containsAll(AMONG_REAL_SERVERS);
    }

    private static Set<String> ids() {
        return new TreeSet<>(List.of(IDS.strip().split("\\s+")));
    }

    private static Set<String> claimed(String ending, String... modules) {
        Set<String> claimed = new TreeSet<>();
        for (String module : modules) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src/test"))) {
                files.filter(file -> file.toString().endsWith(ending))
                        .forEach(file ->
                                CLAIM.matcher(text(file)).results().forEach(found -> claimed.add(found.group(1))));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return claimed;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
