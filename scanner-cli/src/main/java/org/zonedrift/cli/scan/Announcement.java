package org.zonedrift.cli.scan;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;
import org.zonedrift.cli.option.SafetyOptions;
import org.zonedrift.cli.watch.Words;
import org.zonedrift.exchange.Politeness;
import org.zonedrift.input.InputFile;
import org.zonedrift.input.Inputs;
import org.zonedrift.output.Emit;

/**
 * What people are told before a scan begins: what is written and where, and how the input was understood.
 *
 * @param folder of a run that can be gone on with
 * @param safety who answers for the scan, and who is left alone
 * @param politeness without limits only one's own servers are asked
 */
public record Announcement(Emit emit, Optional<Path> folder, SafetyOptions safety, Politeness politeness) {

    /** Above this a scan is big enough to be noticed by others. */
    private static final long BIG_OCTETS = 1L << 20;

    public void tell(Inputs opened, Ledger ledger, PrintStream err) {
        err.println(whatIsWritten(ledger));
        if (!safety.excludesSomebody() && politeness.perServer() > 0) {
            err.println("Nobody is left alone: --exclude FILE names those who ask for it. See docs/exclude.txt.");
        }
        if (safety.contact().isEmpty() && Forecast.octets(opened) > BIG_OCTETS) {
            err.println("Nobody is named with --contact, so nobody can ask about this scan. "
                    + "See docs/probe-description.md.");
        }
        opened.files().stream()
                .map(InputFile::remark)
                .filter(remark -> !remark.isEmpty())
                .forEach(err::println);
    }

    private String whatIsWritten(Ledger ledger) {
        if (folder.isEmpty()) {
            return "Writing " + emitted() + ".";
        }
        return ledger.resumedAt().isEmpty()
                ? "Writing " + emitted() + " to " + folder.get() + "."
                : "Going on in " + folder.get() + ": "
                        + Words.counted(ledger.tally().reports(), "target") + " were finished before.";
    }

    private String emitted() {
        return switch (emit) {
            case MISMATCH -> "only mismatches; --emit all writes every zone";
            case ISSUES -> "every zone with an issue; --emit all writes every zone";
            case ALL -> "every zone";
        };
    }
}
