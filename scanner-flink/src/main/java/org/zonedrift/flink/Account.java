package org.zonedrift.flink;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.apache.flink.api.common.accumulators.ListAccumulator;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichFlatMapFunction;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.runtime.execution.SuppressRestartsException;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;
import org.zonedrift.cli.console.Refusal;
import org.zonedrift.cli.watch.Tally;
import org.zonedrift.flink.Engines.Place;
import org.zonedrift.output.Emit;
import org.zonedrift.verdict.ZoneReport;

/**
 * Counts every report exactly once and passes on those that are to be written. Its counts are part of
 * each checkpoint, so that a restart neither loses nor repeats one.
 */
final class Account extends RichFlatMapFunction<ZoneReport, ZoneReport> implements CheckpointedFunction {

    private static final long serialVersionUID = 1L;

    /** What the reports came to, of each subtask. */
    static final String COUNTS = "zonedrift counts";

    /** What each engine asked. */
    static final String TRAFFIC = "zonedrift traffic";

    /** From where each engine looked. */
    static final String VANTAGE = "zonedrift vantage";

    /** Servers and operators that one subtask tells by name in the end, which must fit in one message. */
    private static final int NAMES_MAX = 1_000;

    private final JobTerms terms;

    private transient Emit emit;
    private transient Tally tally;
    private transient long written;
    private transient ListState<byte[]> kept;
    private transient @Nullable Seat seat;
    private transient ReportMeters meters;
    private transient ListAccumulator<byte[]> counts;
    private transient ListAccumulator<byte[]> traffic;

    Account(JobTerms terms) {
        this.terms = terms;
    }

    @Override
    public void initializeState(FunctionInitializationContext context) throws Exception {
        kept = context.getOperatorStateStore()
                .getListState(
                        new ListStateDescriptor<>("counts", PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO));
        tally = new Tally();
        for (byte[] part : kept.get()) {
            Counts earlier = Counts.of(part);
            tally.add(earlier.tally);
            written += earlier.written;
        }
    }

    @Override
    public void open(OpenContext context) {
        JobOptions options = terms.options(getRuntimeContext().getDistributedCache());
        emit = options.results.emit;
        counts = new ListAccumulator<>();
        traffic = new ListAccumulator<>();
        getRuntimeContext().addAccumulator(COUNTS, counts);
        getRuntimeContext().addAccumulator(TRAFFIC, traffic);
        Place place = new Place(
                terms.runId(),
                getRuntimeContext().getTaskInfo().getIndexOfThisSubtask(),
                getRuntimeContext().getTaskInfo().getNumberOfParallelSubtasks(),
                options.execution.ownership());
        Seat taken = join(place, options);
        seat = taken;
        meters = new ReportMeters(getRuntimeContext().getMetricGroup(), taken.engine());
        ListAccumulator<HashMap<String, Object>> vantage = new ListAccumulator<>();
        vantage.add(new HashMap<>(taken.vantage()));
        getRuntimeContext().addAccumulator(VANTAGE, vantage);
    }

    /** What makes no sense now will make none at the next attempt. */
    private static Seat join(Place place, JobOptions options) {
        try {
            return Engines.join(place, () -> Engine.start(options));
        } catch (Refusal refusal) {
            throw new SuppressRestartsException(refusal);
        }
    }

    @Override
    public void flatMap(ZoneReport report, Collector<ZoneReport> out) {
        tally.count(report);
        meters.count(report);
        if (emit.admits(report)) {
            written++;
            out.collect(report);
        }
    }

    @Override
    public void snapshotState(FunctionSnapshotContext context) throws Exception {
        kept.update(List.of(new Counts(written, tally.saved()).octets()));
    }

    @Override
    public void close() {
        if (counts != null) {
            counts.add(new Counts(written, tally.saved(NAMES_MAX)).octets());
        }
        byte[] asked = seat == null ? null : seat.leave(NAMES_MAX);
        if (asked != null) {
            traffic.add(asked);
        }
    }

    /** What one subtask counted, as octets. */
    record Counts(long written, byte[] tally) {

        static Counts of(byte[] octets) {
            ByteBuffer from = ByteBuffer.wrap(octets);
            long written = from.getLong();
            byte[] tally = new byte[from.remaining()];
            from.get(tally);
            return new Counts(written, tally);
        }

        byte[] octets() {
            return ByteBuffer.allocate(Long.BYTES + tally.length)
                    .putLong(written)
                    .put(tally)
                    .array();
        }

        /** All of them together. */
        static Counts sum(List<byte[]> parts) {
            Tally all = new Tally();
            long written = 0;
            for (byte[] part : new ArrayList<>(parts)) {
                Counts one = of(part);
                all.add(one.tally);
                written += one.written;
            }
            return new Counts(written, all.saved());
        }
    }
}
