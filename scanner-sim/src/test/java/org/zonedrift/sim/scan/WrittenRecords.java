package org.zonedrift.sim.scan;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.zonedrift.operator.Operators;
import org.zonedrift.output.JsonBytes;
import org.zonedrift.output.RecordReader;
import org.zonedrift.output.RecordSchema;
import org.zonedrift.output.RecordWriter;
import org.zonedrift.output.Rejudge;
import org.zonedrift.output.WrittenRecord;
import org.zonedrift.verdict.Judge;
import org.zonedrift.verdict.ZoneReport;
import org.zonedrift.zone.ServerAddress;

/** What must hold of the record of every zone that any test scans. */
final class WrittenRecords {

    /** A validator takes its time, and the shapes repeat. */
    private static final int VALIDATED_MAX = 1_000;

    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(RecordSchema.text(RecordSchema.UnknownKeys.FORBIDDEN), InputFormat.JSON);

    private static final RecordWriter WRITER = new RecordWriter("", RecordWriter.InputFiles.ONE);
    private static final RecordReader READER = new RecordReader(ServerAddress.DNS_PORT);
    private static final Rejudge REJUDGE = new Rejudge(new Judge(Operators.bundled()));

    private WrittenRecords() {}

    /** Each obeys the schema, and all of it follows from the evidence in it alone. */
    static void followFromTheirEvidence(List<ZoneReport> reports) {
        followFromTheirEvidence(reports, VALIDATED_MAX);
    }

    /**
     * The same where there are very many.
     *
     * @param validated how many of them are held against the schema
     */
    static void followFromTheirEvidence(List<ZoneReport> reports, int validated) {
        for (int i = 0; i < reports.size(); i++) {
            String line = line(reports.get(i));
            if (i < validated) {
                assertThat(SCHEMA.validate(line, InputFormat.JSON)).as(line).isEmpty();
            }
            WrittenRecord record = READER.read(line);
            assertThat(REJUDGE.differences(record)).as(line).isEmpty();
            assertThat(line(REJUDGE.rejudged(record))).isEqualTo(line);
        }
    }

    /** The line of a report. */
    static String line(ZoneReport report) {
        JsonBytes json = new JsonBytes();
        WRITER.write(report, json);
        return new String(json.octets(), 0, json.length(), StandardCharsets.UTF_8);
    }
}
