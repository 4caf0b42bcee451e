package org.zonedrift.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The records of the documented situations, octet by octet. After a deliberate change of what is
 * written, write them anew with {@code mvn test -pl scanner-core -Dtest=GoldenRecordsTest
 * -Dzonedrift.regenerate=true} and read the difference.
 */
class GoldenRecordsTest {

    private static final Path GOLDEN = Path.of("src/test/resources/records");

    static Set<String> situations() {
        return Situations.all().keySet();
    }

    @ParameterizedTest
    @MethodSource("situations")
    void aSituationGivesItsGoldenRecord(String situation) throws IOException {
        String line = Records.line(Situations.all().get(situation));
        Path golden = GOLDEN.resolve(situation + ".ndjson");
        if (Boolean.getBoolean("zonedrift.regenerate")) {
            Files.createDirectories(GOLDEN);
            Files.writeString(golden, line + "\n");
        }

        assertThat(golden).hasContent(line + "\n");
    }
}
