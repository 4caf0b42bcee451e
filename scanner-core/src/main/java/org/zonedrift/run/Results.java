package org.zonedrift.run;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.zonedrift.probe.Observation;
import org.zonedrift.probe.Outcome;
import org.zonedrift.verdict.Evidence;
import org.zonedrift.verdict.Flag;
import org.zonedrift.verdict.Judgement;
import org.zonedrift.verdict.Reason;
import org.zonedrift.verdict.RecheckResult;
import org.zonedrift.verdict.Verdict;
import org.zonedrift.verdict.ZoneReport;

/** How many targets got which verdict, reason, outcome and flag: the manifest's {@code results}. */
public final class Results {

    private final WordCounts<Verdict> verdicts = new WordCounts<>(Verdict.values(), Verdict::name);
    private final WordCounts<Reason> reasons = new WordCounts<>(Reason.values(), Reason::key);
    private final WordCounts<Outcome> outcomes = new WordCounts<>(Outcome.values(), Outcome::name);
    private final WordCounts<Flag> flags = new WordCounts<>(Flag.values(), Flag::key);
    private final WordCounts<RecheckResult.State> states =
            new WordCounts<>(RecheckResult.State.values(), RecheckResult.State::key);
    private final WordCounts<Verdict> firstVerdicts = new WordCounts<>(Verdict.values(), Verdict::name);

    /** All of them by their keys in the manifest. */
    private final Map<String, WordCounts<?>> sections = new LinkedHashMap<>();

    private long targets;

    public Results() {
        sections.put("by_verdict", verdicts);
        sections.put("by_reason", reasons);
        sections.put("by_outcome", outcomes);
        sections.put("by_flag", flags);
        sections.put("by_recheck_state", states);
        sections.put("first_verdict", firstVerdicts);
    }

    public synchronized void count(ZoneReport report) {
        Judgement judgement = report.judgement();
        targets++;
        verdicts.add(judgement.verdict());
        if (judgement.reason() != Reason.NONE) {
            reasons.add(judgement.reason());
        }
        Verdict first = judgement.firstVerdict();
        if (first != null) {
            firstVerdicts.add(first);
        }
        RecheckResult recheck = judgement.recheck();
        if (recheck != null) {
            states.add(recheck.state());
        }
        count(judgement.findings());
        count(judgement.facts());
        Evidence evidence = report.evidence();
        if (evidence != null) {
            countOutcomes(evidence.observations());
        }
    }

    private void countOutcomes(List<Observation> observations) {
        for (int i = 0; i < observations.size(); i++) {
            outcomes.add(observations.get(i).outcome());
        }
    }

    private void count(List<Flag> raised) {
        for (int i = 0; i < raised.size(); i++) {
            flags.add(raised.get(i));
        }
    }

    public synchronized long of(Verdict verdict) {
        return verdicts.of(verdict);
    }

    public synchronized long of(Reason reason) {
        return reasons.of(reason);
    }

    public synchronized long of(Outcome outcome) {
        return outcomes.of(outcome);
    }

    public synchronized long of(RecheckResult.State state) {
        return states.of(state);
    }

    public synchronized long targets() {
        return targets;
    }

    /** The part of the manifest. */
    public synchronized Map<String, Object> part() {
        Map<String, Object> part = new LinkedHashMap<>();
        part.put("targets", targets);
        sections.forEach((key, counts) -> part.put(key, counts.told()));
        return part;
    }

    /** Writes all counts, so that a later attempt can go on with them. */
    public synchronized void save(DataOutput out) throws IOException {
        out.writeLong(targets);
        for (WordCounts<?> counts : sections.values()) {
            counts.save(out);
        }
    }

    /** Adds the counts of an earlier attempt, or of another part. */
    public synchronized void restore(DataInput in) throws IOException {
        targets += in.readLong();
        for (WordCounts<?> counts : sections.values()) {
            counts.restore(in);
        }
    }
}
