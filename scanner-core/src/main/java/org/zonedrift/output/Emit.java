package org.zonedrift.output;

import org.zonedrift.verdict.Flag;
import org.zonedrift.verdict.Verdict;
import org.zonedrift.verdict.ZoneReport;

/** Which reports are written; all are counted. */
public enum Emit {
    /** Zones whose servers disagree. */
    MISMATCH {
        @Override
        public boolean admits(ZoneReport report) {
            Verdict verdict = report.judgement().verdict();
            return verdict == Verdict.MISMATCH || verdict == Verdict.MISMATCH_SOURCES;
        }
    },
    /** Every verdict but CONSISTENT, and CONSISTENT with a finding of warning or error. */
    ISSUES {
        @Override
        public boolean admits(ZoneReport report) {
            return report.judgement().verdict() != Verdict.CONSISTENT
                    || report.judgement().findings().stream().anyMatch(Emit::isSerious);
        }
    },
    /** Every target. */
    ALL {
        @Override
        public boolean admits(ZoneReport report) {
            return true;
        }
    };

    public abstract boolean admits(ZoneReport report);

    private static boolean isSerious(Flag flag) {
        return flag.severity().compareTo(Flag.Severity.WARNING) >= 0;
    }
}
