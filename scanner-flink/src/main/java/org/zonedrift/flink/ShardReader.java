package org.zonedrift.flink;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.core.io.InputStatus;
import org.jspecify.annotations.Nullable;
import org.zonedrift.input.Target;

/** Reads one part of the input after another and tells their targets. Confined to the thread of its task. */
final class ShardReader implements SourceReader<byte[], ShardSplit> {

    private final SourceReaderContext context;
    private final JobTerms terms;
    private final Deque<ShardSplit> waiting = new ArrayDeque<>();
    private CompletableFuture<Void> available = new CompletableFuture<>();
    private @Nullable OpenShard current;
    private boolean noMore;

    ShardReader(SourceReaderContext context, JobTerms terms) {
        this.context = context;
        this.terms = terms;
    }

    @Override
    public void start() {
        if (waiting.isEmpty()) {
            context.sendSplitRequest();
        }
    }

    @Override
    public InputStatus pollNext(ReaderOutput<byte[]> output) {
        OpenShard shard = current == null ? openNext() : current;
        if (shard == null) {
            return noMore && idle().isDone() ? InputStatus.END_OF_INPUT : InputStatus.NOTHING_AVAILABLE;
        }
        Target target = shard.next();
        if (target != null) {
            output.collect(TargetCodec.encode(target));
        } else if (shard.isAtEnd()) {
            finish(shard);
        }
        return InputStatus.MORE_AVAILABLE;
    }

    private @Nullable OpenShard openNext() {
        ShardSplit next = waiting.poll();
        if (next == null) {
            available = noMore ? available : new CompletableFuture<>();
            return null;
        }
        OpenShard opened = new OpenShard(next, terms.inputOptions());
        current = opened;
        return opened;
    }

    private void finish(OpenShard shard) {
        shard.close();
        current = null;
        if (waiting.isEmpty() && !noMore) {
            context.sendSplitRequest();
        }
    }

    @Override
    public List<ShardSplit> snapshotState(long checkpoint) {
        List<ShardSplit> left = new ArrayList<>(waiting);
        if (current != null) {
            left.add(current.position());
        }
        return left;
    }

    @Override
    public CompletableFuture<Void> isAvailable() {
        if (current != null || !waiting.isEmpty()) {
            return CompletableFuture.completedFuture(null);
        }
        return noMore ? idle() : available;
    }

    /** Once the input has ended Flink takes no checkpoint until all that is under way is done, so it ends late. */
    private CompletableFuture<Void> idle() {
        Seat seat = Engines.of(terms.runId(), context.getIndexOfSubtask());
        return seat == null ? CompletableFuture.completedFuture(null) : seat.idle();
    }

    @Override
    public void addSplits(List<ShardSplit> splits) {
        waiting.addAll(splits);
        available.complete(null);
    }

    @Override
    public void notifyNoMoreSplits() {
        noMore = true;
        available.complete(null);
    }

    @Override
    public void close() {
        if (current != null) {
            current.close();
        }
    }
}
