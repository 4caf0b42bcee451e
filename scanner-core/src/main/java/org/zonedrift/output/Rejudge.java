package org.zonedrift.output;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.zonedrift.verdict.Evidence;
import org.zonedrift.verdict.Flag;
import org.zonedrift.verdict.Judge;
import org.zonedrift.verdict.Reason;
import org.zonedrift.verdict.Verdict;
import org.zonedrift.verdict.ZoneReport;

/**
 * Judges written records anew, from the evidence in them and from nothing else, and tells where the
 * conclusion is another: so evidence and judgement can be cited apart.
 */
public final class Rejudge {

    /** One key whose value would be another now; empty where it would be absent. */
    public record Difference(String key, String written, String now) {

        @Override
        public String toString() {
            return key + " was " + shown(written) + ", would be " + shown(now);
        }

        private static String shown(String value) {
            return value.isEmpty() ? "absent" : value;
        }
    }

    private final Judge judge;

    public Rejudge(Judge judge) {
        this.judge = judge;
    }

    /** Where this record's conclusion does not follow from its evidence. */
    public List<Difference> differences(WrittenRecord record) {
        Evidence evidence = record.evidence();
        if (isDecided(record)) {
            return List.of();
        }
        if (evidence == null) {
            return List.of(
                    new Difference("verdict", record.conclusion().verdict().name(), ""));
        }
        return differences(record.conclusion(), WrittenRecord.Conclusion.of(judge.judge(evidence)));
    }

    /** What was decided before anything was seen, or because of what happened to us. */
    private static boolean isDecided(WrittenRecord record) {
        Verdict verdict = record.conclusion().verdict();
        return verdict == Verdict.SKIPPED || verdict == Verdict.ERROR;
    }

    private static List<Difference> differences(WrittenRecord.Conclusion was, WrittenRecord.Conclusion is) {
        List<Difference> found = new ArrayList<>();
        add(found, RecordFields.VERDICT, was.verdict().name(), is.verdict().name());
        add(found, RecordFields.REASON, word(was.reason()), word(is.reason()));
        add(found, RecordFields.FIRST_VERDICT, word(was.firstVerdict()), word(is.firstVerdict()));
        add(found, RecordFields.FINDINGS, words(was.findings()), words(is.findings()));
        add(found, RecordFields.FACTS, words(was.facts()), words(is.facts()));
        return found;
    }

    private static void add(List<Difference> found, Key key, String was, String is) {
        if (!Objects.equals(was, is)) {
            found.add(new Difference(key.name(), was, is));
        }
    }

    private static String word(Reason reason) {
        return reason == Reason.NONE ? "" : reason.key();
    }

    private static String word(@Nullable Verdict verdict) {
        return verdict == null ? "" : verdict.name();
    }

    private static String words(List<Flag> flags) {
        return String.join(" ", flags.stream().map(Flag::key).toList());
    }

    /** The record as it would be written now; what was decided without evidence stays as it is. */
    public ZoneReport rejudged(WrittenRecord record) {
        Evidence evidence = record.evidence();
        return record.judged(
                evidence == null || isDecided(record) ? record.conclusion().asJudgement() : judge.judge(evidence));
    }
}
