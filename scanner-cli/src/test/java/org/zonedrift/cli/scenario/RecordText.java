package org.zonedrift.cli.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A line of output, held against the published schema and against what a scenario expects. */
public final class RecordText {

    private static final JsonMapper JSON = new JsonMapper();

    /** The file that is published, not what the writer thinks it is. */
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(published(), InputFormat.JSON);

    private RecordText() {}

    private static String published() {
        try {
            return Files.readString(Path.of("../schema/zonedrift-1.schema.json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static JsonNode parse(String line) {
        return JSON.readTree(line);
    }

    /** Fails with all that differs, and the record. */
    public static void meets(String line, List<Expectation> expectations) {
        assertThat(SCHEMA.validate(line, InputFormat.JSON)).as(line).isEmpty();
        JsonNode record = parse(line);
        assertThat(expectations.stream().map(each -> each.difference(record)).filter(text -> !text.isEmpty()))
                .as(line)
                .isEmpty();
    }
}
