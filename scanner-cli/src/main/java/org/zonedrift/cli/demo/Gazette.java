package org.zonedrift.cli.demo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.zonedrift.cli.check.Findings;
import org.zonedrift.cli.console.Printer;
import org.zonedrift.cli.console.Streams;
import org.zonedrift.cli.scan.RecordLine;
import org.zonedrift.verdict.Verdict;
import org.zonedrift.verdict.ZoneReport;

/** The few reports that a demonstration shows in full: the first of the input, whichever ended first. */
final class Gazette {

    private static final int SHOWN = 3;

    private final List<ZoneReport> mismatches = new ArrayList<>();

    void read(ZoneReport report) {
        if (report.judgement().verdict() == Verdict.MISMATCH) {
            mismatches.add(report);
            mismatches.sort(Comparator.comparingLong(one -> one.line().number()));
            if (mismatches.size() > SHOWN) {
                mismatches.remove(SHOWN);
            }
        }
    }

    List<ZoneReport> mismatches() {
        return mismatches;
    }

    void print(Streams streams) {
        try (Printer printer = streams.printer()) {
            for (ZoneReport report : mismatches) {
                new Findings(report).lines(printer.style()).forEach(printer::line);
                printer.line("");
            }
            if (!mismatches.isEmpty()) {
                printer.line("The record of the last one, as a scan writes it:");
                printer.line(RecordLine.of(mismatches.get(mismatches.size() - 1)));
                printer.line("");
            }
        }
    }
}
