package org.zonedrift.run;

import static java.util.Objects.requireNonNull;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.zonedrift.probe.Observation;
import org.zonedrift.probe.Outcome;
import org.zonedrift.verdict.Evidence;
import org.zonedrift.verdict.Judgement;
import org.zonedrift.verdict.Reason;
import org.zonedrift.verdict.RecheckResult;
import org.zonedrift.verdict.Verdict;
import org.zonedrift.verdict.ZoneReport;

/** How many targets got which verdict, reason, outcome and flag: the manifest's {@code results}. */
public final class Results {

    /** What is counted, by its key in the manifest. */
    private enum Section {
        BY_VERDICT,
        BY_REASON,
        BY_OUTCOME,
        BY_FLAG,
        BY_RECHECK_STATE,
        FIRST_VERDICT;

        private final String key = name().toLowerCase(Locale.ROOT);
    }

    private final Map<Section, Map<String, Long>> counts = new EnumMap<>(Section.class);
    private long targets;

    public Results() {
        for (Section section : Section.values()) {
            counts.put(section, new HashMap<>());
        }
    }

    public synchronized void count(ZoneReport report) {
        Judgement judgement = report.judgement();
        targets++;
        add(Section.BY_VERDICT, judgement.verdict().name());
        if (judgement.reason() != Reason.NONE) {
            add(Section.BY_REASON, judgement.reason().key());
        }
        Verdict first = judgement.firstVerdict();
        if (first != null) {
            add(Section.FIRST_VERDICT, first.name());
        }
        RecheckResult recheck = judgement.recheck();
        if (recheck != null) {
            add(Section.BY_RECHECK_STATE, recheck.state().key());
        }
        judgement.findings().forEach(flag -> add(Section.BY_FLAG, flag.key()));
        judgement.facts().forEach(flag -> add(Section.BY_FLAG, flag.key()));
        Evidence evidence = report.evidence();
        if (evidence != null) {
            for (Observation seen : evidence.observations()) {
                add(Section.BY_OUTCOME, seen.outcome().name());
            }
        }
    }

    private void add(Section section, String key) {
        in(section).merge(key, 1L, Long::sum);
    }

    private Map<String, Long> in(Section section) {
        return requireNonNull(counts.get(section));
    }

    private long of(Section section, String key) {
        return in(section).getOrDefault(key, 0L);
    }

    public synchronized long of(Verdict verdict) {
        return of(Section.BY_VERDICT, verdict.name());
    }

    public synchronized long of(Reason reason) {
        return of(Section.BY_REASON, reason.key());
    }

    public synchronized long of(Outcome outcome) {
        return of(Section.BY_OUTCOME, outcome.name());
    }

    public synchronized long of(RecheckResult.State state) {
        return of(Section.BY_RECHECK_STATE, state.key());
    }

    public synchronized long targets() {
        return targets;
    }

    /** The part of the manifest. */
    public synchronized Map<String, Object> part() {
        Map<String, Object> part = new LinkedHashMap<>();
        part.put("targets", targets);
        counts.forEach((section, counted) -> part.put(section.key, new TreeMap<>(counted)));
        return part;
    }

    /** Writes all counts, so that a later attempt can go on with them. */
    public synchronized void save(DataOutput out) throws IOException {
        out.writeLong(targets);
        for (Section section : Section.values()) {
            out.writeInt(in(section).size());
            for (Map.Entry<String, Long> entry : in(section).entrySet()) {
                out.writeUTF(entry.getKey());
                out.writeLong(entry.getValue());
            }
        }
    }

    /** Adds the counts of an earlier attempt, or of another part. */
    public synchronized void restore(DataInput in) throws IOException {
        targets += in.readLong();
        for (Section section : Section.values()) {
            for (int left = in.readInt(); left > 0; left--) {
                in(section).merge(in.readUTF(), in.readLong(), Long::sum);
            }
        }
    }
}
