package org.zonedrift.output;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zonedrift.input.Target;
import org.zonedrift.verdict.Evidence;
import org.zonedrift.verdict.Flag;
import org.zonedrift.verdict.Judgement;
import org.zonedrift.verdict.Reason;
import org.zonedrift.verdict.Traffic;
import org.zonedrift.verdict.Verdict;
import org.zonedrift.verdict.ZoneReport;
import org.zonedrift.zone.DomainName;
import org.zonedrift.zone.Previous;

/**
 * A record that was read back; what it does not say is null, empty or -1.
 *
 * @param evidence null where nothing was looked at
 * @param asPrevious what this record is to a later run
 */
public record WrittenRecord(
        String run,
        RecordWriter.InputFiles files,
        Target.Line line,
        @Nullable DomainName name,
        @Nullable String metadata,
        Conclusion conclusion,
        long startedAtMillis,
        long durationMillis,
        @Nullable Evidence evidence,
        Traffic traffic,
        @Nullable String error,
        @Nullable Previous asPrevious) {

    /** What a record concludes from its evidence. */
    public record Conclusion(
            Verdict verdict, Reason reason, @Nullable Verdict firstVerdict, List<Flag> findings, List<Flag> facts) {

        public Conclusion {
            findings = List.copyOf(findings);
            facts = List.copyOf(facts);
        }

        static Conclusion of(Judgement judgement) {
            return new Conclusion(
                    judgement.verdict(),
                    judgement.reason(),
                    judgement.firstVerdict(),
                    judgement.findings(),
                    judgement.facts());
        }

        /** The same conclusion without anything that leads to it. */
        Judgement asJudgement() {
            return Judgement.unmeasured(verdict, reason);
        }
    }

    /** What writes this record as it was written. */
    public RecordWriter writer() {
        return new RecordWriter(run, files);
    }

    /** The report that this record would be with another judgement. */
    public ZoneReport judged(Judgement judgement) {
        return new ZoneReport(
                line, name, metadata, startedAtMillis, durationMillis, evidence, judgement, traffic, error);
    }
}
