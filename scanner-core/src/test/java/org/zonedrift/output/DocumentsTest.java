package org.zonedrift.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * Keeps the published documents equal to the code. After a deliberate change of the record, write
 * them anew with {@code mvn test -pl scanner-core -Dtest=DocumentsTest -Dzonedrift.regenerate=true}.
 */
class DocumentsTest {

    @Test
    void theSchemaIsWhatTheWriterSays() throws IOException {
        isWhatTheCodeSays("schema/zonedrift-1.schema.json", RecordSchema.text(RecordSchema.UnknownKeys.ALLOWED));
    }

    @Test
    void theDataDictionaryIsWhatTheWriterSays() throws IOException {
        isWhatTheCodeSays("docs/data-dictionary.md", DataDictionary.text());
    }

    @Test
    void thePageOfFlagsIsWhatTheRegistrySays() throws IOException {
        isWhatTheCodeSays("docs/flags.md", FlagPage.text());
    }

    private static void isWhatTheCodeSays(String file, String expected) throws IOException {
        Path path = Path.of("..").resolve(file);
        if (Boolean.getBoolean("zonedrift.regenerate")) {
            Files.createDirectories(path.getParent());
            Files.writeString(path, expected);
        }
        assertThat(path).hasContent(expected);
    }
}
