package org.zonedrift.flink;

import java.util.List;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/** Where targets come from: as many parts of the input as there are subtasks to read them. */
final class TargetSource implements Source<byte[], ShardSplit, List<ShardSplit>> {

    private static final long serialVersionUID = 1L;

    private final JobTerms terms;

    TargetSource(JobTerms terms) {
        this.terms = terms;
    }

    @Override
    public Boundedness getBoundedness() {
        return Boundedness.BOUNDED;
    }

    @Override
    public SplitEnumerator<ShardSplit, List<ShardSplit>> createEnumerator(SplitEnumeratorContext<ShardSplit> context) {
        return new ShardEnumerator(context, ShardSplit.all(context.currentParallelism()));
    }

    @Override
    public SplitEnumerator<ShardSplit, List<ShardSplit>> restoreEnumerator(
            SplitEnumeratorContext<ShardSplit> context, List<ShardSplit> left) {
        return new ShardEnumerator(context, left);
    }

    @Override
    public SimpleVersionedSerializer<ShardSplit> getSplitSerializer() {
        return new ShardSplits.One();
    }

    @Override
    public SimpleVersionedSerializer<List<ShardSplit>> getEnumeratorCheckpointSerializer() {
        return new ShardSplits();
    }

    @Override
    public SourceReader<byte[], ShardSplit> createReader(SourceReaderContext context) {
        return new ShardReader(context, terms);
    }
}
