package org.zonedrift.flink;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.jspecify.annotations.Nullable;

/** Hands out the parts of the input to whoever asks for one. */
final class ShardEnumerator implements SplitEnumerator<ShardSplit, List<ShardSplit>> {

    private final SplitEnumeratorContext<ShardSplit> context;
    private final Deque<ShardSplit> left;

    ShardEnumerator(SplitEnumeratorContext<ShardSplit> context, List<ShardSplit> left) {
        this.context = context;
        this.left = new ArrayDeque<>(left);
    }

    @Override
    public void start() {}

    @Override
    public void handleSplitRequest(int subtask, @Nullable String host) {
        ShardSplit next = left.poll();
        if (next == null) {
            context.signalNoMoreSplits(subtask);
        } else {
            context.assignSplit(next, subtask);
        }
    }

    @Override
    public void addSplitsBack(List<ShardSplit> splits, int subtask) {
        left.addAll(splits);
    }

    @Override
    public void addReader(int subtask) {}

    @Override
    public List<ShardSplit> snapshotState(long checkpoint) {
        return new ArrayList<>(left);
    }

    @Override
    public void close() {}
}
