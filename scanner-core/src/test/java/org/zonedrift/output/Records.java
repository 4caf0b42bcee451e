package org.zonedrift.output;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.charset.StandardCharsets;
import org.zonedrift.verdict.ZoneReport;

/** Records as text, and the schema that each must obey. */
final class Records {

    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(RecordSchema.text(RecordSchema.UnknownKeys.FORBIDDEN), InputFormat.JSON);

    private static final RecordWriter WRITER = new RecordWriter("", RecordWriter.InputFiles.ONE);

    private Records() {}

    /** The line of a report, without its line feed. */
    static String line(ZoneReport report) {
        JsonBytes json = new JsonBytes();
        WRITER.write(report, json);
        return new String(json.octets(), 0, json.length() - 1, StandardCharsets.UTF_8);
    }

    static void obeysTheSchema(String line) {
        assertThat(SCHEMA.validate(line, InputFormat.JSON)).as(line).isEmpty();
    }
}
