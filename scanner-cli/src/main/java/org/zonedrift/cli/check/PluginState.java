package org.zonedrift.cli.check;

import java.util.List;
import org.zonedrift.verdict.Flag;
import org.zonedrift.verdict.Judgement;
import org.zonedrift.verdict.ZoneReport;

/** What monitoring plugins can say, with the exit code of each; the more alarming comes later. */
public enum PluginState {
    OK(0),
    UNKNOWN(3),
    WARNING(1),
    CRITICAL(2);

    private final int exitCode;

    PluginState(int exitCode) {
        this.exitCode = exitCode;
    }

    public int exitCode() {
        return exitCode;
    }

    /** The most alarming of some zones. */
    public static PluginState of(List<ZoneReport> reports) {
        PluginState worst = OK;
        for (ZoneReport report : reports) {
            PluginState state = of(report.judgement());
            worst = state.compareTo(worst) > 0 ? state : worst;
        }
        return worst;
    }

    static PluginState of(Judgement judgement) {
        return switch (judgement.verdict()) {
            case CONSISTENT -> judgement.findings().stream().anyMatch(PluginState::isError) ? WARNING : OK;
            case CONSISTENT_PARTIAL, ONE_ANSWER, MISMATCH_SOURCES -> WARNING;
            case MISMATCH, UNSERVED, NXDOMAIN -> CRITICAL;
            case NOT_A_ZONE, DELEGATION_UNKNOWN, SKIPPED, ERROR -> UNKNOWN;
        };
    }

    private static boolean isError(Flag flag) {
        return flag.severity() == Flag.Severity.ERROR;
    }
}
