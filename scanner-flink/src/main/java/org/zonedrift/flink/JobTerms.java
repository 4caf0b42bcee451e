package org.zonedrift.flink;

import java.io.Serializable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.flink.api.common.cache.DistributedCache;
import org.zonedrift.output.RecordWriter;
import org.zonedrift.run.RunDirectory.Terms;

/**
 * What every part of the job is begun with, wherever it runs: the command line travels as it was
 * written, and is understood again at each place.
 */
final class JobTerms implements Serializable {

    private static final long serialVersionUID = 1L;

    private final ArrayList<String> arguments;
    private final String runId;
    private final long startedAtMillis;

    JobTerms(List<String> arguments, long startedAtMillis) {
        this.arguments = new ArrayList<>(arguments);
        this.runId = UUID.randomUUID().toString().replace("-", "");
        this.startedAtMillis = startedAtMillis;
    }

    String runId() {
        return runId;
    }

    Terms terms() {
        return new Terms(runId, startedAtMillis, Map.of());
    }

    /** All options, where the files that they name were shipped to. */
    JobOptions options(DistributedCache cache) {
        return JobOptions.of(arguments, ShippedFiles.on(cache));
    }

    /** The same where the files that options name lie as they are written. */
    JobOptions options() {
        return JobOptions.of(arguments, Path::of);
    }

    /** The same where nobody looks into files but those of the input. */
    JobOptions inputOptions() {
        return options();
    }

    /** What writes the records of this run. */
    RecordWriter records(JobOptions options) {
        return new RecordWriter(terms().shortId(), options.files());
    }
}
