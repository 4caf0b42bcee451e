package org.zonedrift.flink;

import org.apache.flink.api.common.serialization.BulkWriter;
import org.apache.flink.core.fs.FSDataOutputStream;
import org.zonedrift.output.RecordSink;
import org.zonedrift.verdict.ZoneReport;

/** Makes result files as core writes them: whole chunks of records, packed as the file's name says. */
final class RecordFiles implements BulkWriter.Factory<ZoneReport> {

    private static final long serialVersionUID = 1L;

    private final JobTerms terms;
    private final String ending;

    /**
     * @param ending of the names of files
     */
    RecordFiles(JobTerms terms, String ending) {
        this.terms = terms;
        this.ending = ending;
    }

    @Override
    public BulkWriter<ZoneReport> create(FSDataOutputStream stream) {
        RecordSink sink = RecordSink.packed("a result file" + ending, stream, terms.records(terms.options()));
        return new BulkWriter<>() {
            @Override
            public void addElement(ZoneReport report) {
                sink.write(report);
            }

            @Override
            public void flush() {
                sink.flush();
            }

            @Override
            public void finish() {
                sink.close();
            }
        };
    }
}
