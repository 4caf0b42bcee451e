package org.zonedrift.flink;

import java.util.List;
import org.apache.flink.streaming.api.functions.async.ResultFuture;
import org.apache.flink.streaming.api.functions.async.RichAsyncFunction;
import org.jspecify.annotations.Nullable;
import org.zonedrift.input.Target;
import org.zonedrift.verdict.Judgement;
import org.zonedrift.verdict.Reason;
import org.zonedrift.verdict.Verdict;
import org.zonedrift.verdict.ZoneReport;

/**
 * Hands targets to the engine of this process. Retries and timeouts are the engine's; what Flink keeps
 * for us is the targets that are under way, which after a failure are looked at anew from the beginning.
 */
final class ZoneLooks extends RichAsyncFunction<byte[], ZoneReport> {

    private static final long serialVersionUID = 1L;

    private final JobTerms terms;

    // Found at the first target, when every part of the chain is open.
    private transient @Nullable Seat seat;

    ZoneLooks(JobTerms terms) {
        this.terms = terms;
    }

    @Override
    public void asyncInvoke(byte[] target, ResultFuture<ZoneReport> answer) {
        seat().look(TargetCodec.decode(target), answer);
    }

    private Seat seat() {
        Seat known = seat;
        if (known == null) {
            int subtask = getRuntimeContext().getTaskInfo().getIndexOfThisSubtask();
            known = Engines.of(terms.runId(), subtask);
            if (known == null) {
                throw new IllegalStateException("the operators of this job must stay chained");
            }
            seat = known;
        }
        return known;
    }

    /** Longer than anything in the engine waits: one zone is an error, and the job goes on. */
    @Override
    public void timeout(byte[] input, ResultFuture<ZoneReport> answer) {
        Target target = TargetCodec.decode(input);
        long now = seat().engine().nowMillis();
        ZoneReport report = target instanceof Target.Zone zone
                ? ZoneReport.without(
                        zone, Judgement.unmeasured(Verdict.ERROR, Reason.ABORTED), now, "given up after --give-up")
                : ZoneReport.unmeasured((Target.Unmeasured) target, now);
        answer.complete(List.of(report));
        seat().engine().giveUp(answer);
    }
}
