package org.zonedrift.flink;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zonedrift.input.Inputs;
import org.zonedrift.input.Target;
import org.zonedrift.input.Targets;

/** A part of the input that is being read, from where an earlier attempt left it. */
final class OpenShard implements AutoCloseable {

    /** Between two looks at what else Flink wants: a moment's reading. */
    private static final int STRIDE = 1_000;

    private final ShardSplit split;
    private final Inputs inputs;
    private final Targets targets;
    private long read;
    private boolean ended;

    OpenShard(ShardSplit split, JobOptions options) {
        this.split = split;
        this.inputs = options.open();
        this.targets = options.chosen(inputs).targets();
    }

    /** The next target of this part; null after a stride without one, and at the end. */
    @Nullable
    Target next() {
        for (int i = 0; i < STRIDE && !ended; i++) {
            Optional<Target> target = targets.next();
            ended = target.isEmpty();
            read += ended ? 0 : 1;
            if (!ended && read > split.read() && split.holds(target.orElseThrow())) {
                return target.orElseThrow();
            }
        }
        return null;
    }

    boolean isAtEnd() {
        return ended;
    }

    /** What a later attempt begins with. */
    ShardSplit position() {
        return split.readTo(Math.max(read, split.read()));
    }

    @Override
    public void close() {
        inputs.close();
    }
}
