package org.zonedrift.cli.scan;

import java.util.List;
import org.zonedrift.Waiting;
import org.zonedrift.cli.watch.Tally;
import org.zonedrift.input.Targets;
import org.zonedrift.output.RecordSink.Written;
import org.zonedrift.run.RunDirectory;
import org.zonedrift.run.RunDirectory.Terms;
import org.zonedrift.verdict.Reason;
import org.zonedrift.verdict.ZoneReport;

/** The ledger of a run that outlives its process: what was cut short is left for the next attempt. */
public final class RunLedger implements Ledger {

    private final RunDirectory directory;
    private final Tally tally;

    public RunLedger(RunDirectory directory) {
        this.directory = directory;
        this.tally = directory.tally().length == 0 ? new Tally() : Tally.restored(directory.tally());
    }

    @Override
    public Tally tally() {
        return tally;
    }

    @Override
    public Targets left(Targets chosen) {
        return chosen.only(target -> !directory.isTaken(target));
    }

    @Override
    public Waiting waiting() {
        return new Waiting(directory.leftBehind().doOnNext(look -> tally.took()), directory::park);
    }

    @Override
    public synchronized void take(ZoneReport report) {
        if (report.judgement().reason() == Reason.ABORTED) {
            tally.putBack();
            return;
        }
        tally.count(report);
        directory.finish(report);
    }

    /** Counts and results are those of one moment, since no report comes in between. */
    @Override
    public synchronized void checkpoint() {
        directory.checkpoint(tally.saved());
    }

    @Override
    public Terms terms() {
        return directory.terms();
    }

    @Override
    public List<Long> resumedAt() {
        return directory.resumedAt();
    }

    @Override
    public boolean outlivesUs() {
        return true;
    }

    @Override
    public List<Written> written() {
        return directory.written();
    }

    @Override
    public void close() {
        directory.close();
    }
}
