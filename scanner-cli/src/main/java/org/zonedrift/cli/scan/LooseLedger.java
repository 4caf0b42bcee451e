package org.zonedrift.cli.scan;

import java.util.List;
import org.zonedrift.Waiting;
import org.zonedrift.cli.watch.Tally;
import org.zonedrift.input.Targets;
import org.zonedrift.output.Emit;
import org.zonedrift.output.RecordSink;
import org.zonedrift.output.RecordSink.Written;
import org.zonedrift.run.RunDirectory.Terms;
import org.zonedrift.verdict.ZoneReport;

/** The ledger of a scan that begins anew each time: one file, or standard output. */
public final class LooseLedger implements Ledger {

    private final Terms terms;
    private final RecordSink sink;
    private final Emit emit;
    private final Tally tally = new Tally();

    public LooseLedger(Terms terms, RecordSink sink, Emit emit) {
        this.terms = terms;
        this.sink = sink;
        this.emit = emit;
    }

    @Override
    public Tally tally() {
        return tally;
    }

    @Override
    public Targets left(Targets chosen) {
        return chosen;
    }

    @Override
    public Waiting waiting() {
        return Waiting.NOBODY;
    }

    @Override
    public void take(ZoneReport report) {
        tally.count(report);
        if (emit.admits(report)) {
            sink.write(report);
        }
    }

    @Override
    public void checkpoint() {
        sink.flush();
    }

    @Override
    public Terms terms() {
        return terms;
    }

    @Override
    public List<Long> resumedAt() {
        return List.of();
    }

    @Override
    public boolean outlivesUs() {
        return false;
    }

    @Override
    public List<Written> written() {
        return List.of(sink.written());
    }

    @Override
    public void close() {
        sink.close();
    }
}
