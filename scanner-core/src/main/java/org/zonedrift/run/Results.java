package org.zonedrift.run;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.zonedrift.probe.Observation;
import org.zonedrift.verdict.Evidence;
import org.zonedrift.verdict.Flag;
import org.zonedrift.verdict.Judgement;
import org.zonedrift.verdict.Reason;
import org.zonedrift.verdict.RecheckResult;
import org.zonedrift.verdict.Verdict;
import org.zonedrift.verdict.ZoneReport;

/** How many targets got which verdict, reason, outcome and flag: the manifest's {@code results}. */
public final class Results {

    private final Map<String, Long> byVerdict = new TreeMap<>();
    private final Map<String, Long> byReason = new TreeMap<>();
    private final Map<String, Long> byOutcome = new TreeMap<>();
    private final Map<String, Long> byFlag = new TreeMap<>();
    private final Map<String, Long> byRecheckState = new TreeMap<>();
    private final Map<String, Long> firstVerdict = new TreeMap<>();
    private long targets;

    public synchronized void count(ZoneReport report) {
        Judgement judgement = report.judgement();
        targets++;
        add(byVerdict, judgement.verdict().name());
        if (judgement.reason() != Reason.NONE) {
            add(byReason, judgement.reason().key());
        }
        Verdict first = judgement.firstVerdict();
        if (first != null) {
            add(firstVerdict, first.name());
        }
        RecheckResult recheck = judgement.recheck();
        if (recheck != null) {
            add(byRecheckState, recheck.state().key());
        }
        for (Flag flag : judgement.findings()) {
            add(byFlag, flag.key());
        }
        for (Flag flag : judgement.facts()) {
            add(byFlag, flag.key());
        }
        Evidence evidence = report.evidence();
        if (evidence != null) {
            for (Observation seen : evidence.observations()) {
                add(byOutcome, seen.outcome().name());
            }
        }
    }

    private static void add(Map<String, Long> counts, String key) {
        counts.merge(key, 1L, Long::sum);
    }

    public synchronized long targets() {
        return targets;
    }

    /** The part of the manifest. */
    public synchronized Map<String, Object> part() {
        Map<String, Object> part = new LinkedHashMap<>();
        part.put("targets", targets);
        part.put("by_verdict", new TreeMap<>(byVerdict));
        part.put("by_reason", new TreeMap<>(byReason));
        part.put("by_outcome", new TreeMap<>(byOutcome));
        part.put("by_flag", new TreeMap<>(byFlag));
        part.put("by_recheck_state", new TreeMap<>(byRecheckState));
        part.put("first_verdict", new TreeMap<>(firstVerdict));
        return part;
    }
}
