package org.zonedrift.cli.check;

import java.util.List;
import org.zonedrift.cli.console.ExitCode;
import org.zonedrift.verdict.Verdict;
import org.zonedrift.verdict.ZoneReport;

/** What a look at some zones comes to, all together. */
public enum Conclusion {
    ALL_AGREE(ExitCode.OK),
    MISMATCH(ExitCode.FOUND),
    COULD_NOT_TELL(ExitCode.CANNOT);

    private final int exitCode;

    Conclusion(int exitCode) {
        this.exitCode = exitCode;
    }

    public int exitCode() {
        return exitCode;
    }

    /** A mismatch outweighs what could not be told. */
    public static Conclusion of(List<ZoneReport> reports) {
        boolean told = true;
        for (ZoneReport report : reports) {
            Verdict verdict = report.judgement().verdict();
            if (verdict == Verdict.MISMATCH || verdict == Verdict.MISMATCH_SOURCES) {
                return MISMATCH;
            }
            told &= verdict == Verdict.CONSISTENT || verdict == Verdict.CONSISTENT_PARTIAL;
        }
        return told ? ALL_AGREE : COULD_NOT_TELL;
    }
}
