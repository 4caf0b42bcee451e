package org.zonedrift.flink;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.flink.api.connector.source.SourceSplit;
import org.zonedrift.input.Shard;
import org.zonedrift.input.Target;

/**
 * One of several equal parts of the input, and how far it was read. Each part is found by reading all
 * of the input, so that a zone whose records stand on many lines is never cut in two.
 *
 * @param read targets of the whole input that were passed; those that belong here were emitted
 */
record ShardSplit(int index, int count, long read) implements SourceSplit {

    /** Another key than that of {@code --shard}: a part of a part shall be as large as all others. */
    private static final long KEY = 0x5eedL << 32;

    /** All of them, from their beginning. */
    static List<ShardSplit> all(int count) {
        return IntStream.range(0, count)
                .mapToObj(index -> new ShardSplit(index, count, 0))
                .toList();
    }

    boolean holds(Target target) {
        return new Shard(index, count, KEY).holds(target);
    }

    ShardSplit readTo(long position) {
        return new ShardSplit(index, count, position);
    }

    @Override
    public String splitId() {
        return index + "/" + count;
    }
}
