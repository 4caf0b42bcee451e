package org.zonedrift.cli.check;

import java.util.List;
import org.zonedrift.cli.console.Printer;
import org.zonedrift.cli.scan.RecordLine;
import org.zonedrift.verdict.ZoneReport;
import org.zonedrift.zone.DomainName;

/** A way to tell what was seen. */
@FunctionalInterface
public interface Telling {

    void tell(List<ZoneReport> reports, Printer printer);

    /** Sentences and tables, for people. */
    static Telling people() {
        return (reports, printer) -> reports.forEach(report -> {
            new Findings(report).lines(printer.style()).forEach(printer::line);
            printer.line("");
        });
    }

    /** The same, with the lines that ask again what was asked. */
    static Telling peopleWithDig() {
        return (reports, printer) -> reports.forEach(report -> {
            new Findings(report).lines(printer.style()).forEach(printer::line);
            DomainName zone = report.name();
            if (zone != null) {
                DigLines.of(zone, report.judgement().servers()).forEach(line -> printer.line("  " + line));
            }
            printer.line("");
        });
    }

    /** Records, as a scan writes them. */
    static Telling records() {
        return (reports, printer) -> reports.forEach(report -> printer.line(RecordLine.of(report)));
    }

    /** One line for all of them, as monitoring plugins write it. */
    static Telling plugin() {
        return (reports, printer) -> printer.line(PluginLine.of(reports));
    }
}
