package org.zonedrift.flink;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.api.common.state.CheckpointListener;
import org.zonedrift.verdict.ZoneReport;

/** Lets reports pass, and throws at one of them some time after a checkpoint; never again after that. */
final class FailsOnce implements MapFunction<ZoneReport, ZoneReport>, CheckpointListener {

    private static final long serialVersionUID = 1L;

    /** So many reports after the checkpoint were counted and written, and must not be twice. */
    private static final int AFTER = 5;

    static final AtomicBoolean FAILED = new AtomicBoolean();
    private static final AtomicBoolean ARMED = new AtomicBoolean();
    private static final AtomicInteger SINCE = new AtomicInteger();

    static void reset() {
        FAILED.set(false);
        ARMED.set(false);
        SINCE.set(0);
    }

    @Override
    public void notifyCheckpointComplete(long checkpoint) {
        ARMED.set(true);
    }

    @Override
    public ZoneReport map(ZoneReport report) {
        if (ARMED.get() && SINCE.incrementAndGet() > AFTER && !FAILED.getAndSet(true)) {
            throw new IllegalStateException("as the test wants it");
        }
        return report;
    }
}
