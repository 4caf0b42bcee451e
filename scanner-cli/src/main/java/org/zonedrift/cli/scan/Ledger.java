package org.zonedrift.cli.scan;

import java.util.List;
import org.zonedrift.Waiting;
import org.zonedrift.cli.watch.Tally;
import org.zonedrift.input.Targets;
import org.zonedrift.output.RecordSink.Written;
import org.zonedrift.run.RunDirectory.Terms;
import org.zonedrift.verdict.ZoneReport;

/**
 * Where the reports of a scan end up: counted, and written as far as the user wants them.
 *
 * <p>Shared: reports come one at a time, checkpoints from another thread.
 */
public interface Ledger extends AutoCloseable {

    /** What was counted so far. */
    Tally tally();

    /** Those of the targets that still need attention. */
    Targets left(Targets chosen);

    /** Zones that wait for another look, as far as they outlive this process. */
    Waiting waiting();

    /** Takes the report of a target. */
    void take(ZoneReport report);

    /** Makes what was taken survive, as far as this ledger can. */
    void checkpoint();

    /** What the scan was begun with. */
    Terms terms();

    /** When it was gone on with, in milliseconds since 1970. */
    List<Long> resumedAt();

    /** Whether a later attempt can go on where this one stops. */
    boolean outlivesUs();

    /** What was written so far. */
    List<Written> written();

    @Override
    void close();
}
