package org.zonedrift.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import org.zonedrift.LookPlan.Besides;
import org.zonedrift.LookPlan.Occasion;
import org.zonedrift.Scanner;
import org.zonedrift.cli.check.DigLines;
import org.zonedrift.cli.check.Findings;
import org.zonedrift.cli.console.ExitCode;
import org.zonedrift.cli.console.Interruption;
import org.zonedrift.cli.console.Printer;
import org.zonedrift.cli.console.Refusal;
import org.zonedrift.cli.console.Streams;
import org.zonedrift.cli.names.InternationalNames;
import org.zonedrift.cli.option.Durations;
import org.zonedrift.cli.option.NamingOptions;
import org.zonedrift.cli.option.ProbingOptions;
import org.zonedrift.cli.option.SafetyOptions;
import org.zonedrift.cli.option.SpeedOptions;
import org.zonedrift.cli.scan.Looking;
import org.zonedrift.cli.scan.RecordLine;
import org.zonedrift.cli.scan.ScanRun;
import org.zonedrift.cli.watch.Progress;
import org.zonedrift.delegation.AddressBook.GluePolicy;
import org.zonedrift.input.Target;
import org.zonedrift.verdict.Verdict;
import org.zonedrift.verdict.ZoneReport;
import org.zonedrift.zone.DomainName;
import org.zonedrift.zone.MalformedNameException;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import reactor.core.publisher.Flux;

/** Looks at a few zones, for people and for monitoring. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class,
        sortOptions = false,
        description = "Looks at a few zones and says who is behind whom. @FILE stands for the names in it.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:all servers agree", "1:a mismatch", "2:wrong usage", "3:could not tell"})
final class CheckCommand implements Callable<Integer> {

    private final Streams streams;
    private final Interruption interruption;

    @Parameters(arity = "1..*", paramLabel = "DOMAIN", description = "zones to look at")
    List<String> domains = List.of();

    @Option(names = "--json", description = "the records, as scan writes them")
    boolean json;

    @Option(names = "--dig", description = "also the dig lines that ask the same")
    boolean dig;

    @Option(
            names = "--recheck",
            paramLabel = "TIME,...|none",
            defaultValue = "none",
            converter = Durations.Delays.class,
            description = "when to look again at a mismatch (default: ${DEFAULT-VALUE})")
    Durations.Delays.Value recheck = new Durations.Delays.Value(List.of());

    @Option(
            names = "--glue",
            paramLabel = "trust|verify",
            defaultValue = "verify",
            description = "believe addresses that come with a delegation, or look them up as well (default: "
                    + "${DEFAULT-VALUE})")
    GluePolicy glue = GluePolicy.VERIFY;

    @ArgGroup(validate = false, heading = "%nDelegation:%n")
    NamingOptions naming = new NamingOptions();

    @ArgGroup(validate = false, heading = "%nProbing:%n")
    ProbingOptions probing = new ProbingOptions();

    @ArgGroup(validate = false, heading = "%nSpeed:%n")
    SpeedOptions speed = new SpeedOptions();

    @ArgGroup(validate = false, heading = "%nSafety:%n")
    SafetyOptions safety = new SafetyOptions();

    CheckCommand(Streams streams, Interruption interruption) {
        this.streams = streams;
        this.interruption = interruption;
    }

    @Override
    public Integer call() {
        List<Target> targets = targets();
        List<ZoneReport> reports = new ArrayList<>();
        try (Scanner scanner = scanner()) {
            ScanRun run = new ScanRun(scanner, streams);
            run.stopOn(interruption);
            run.run(Flux.fromIterable(targets), targets.size(), Progress.Kind.NONE, reports::add);
        }
        reports.sort(Comparator.comparingLong(report -> report.line().number()));
        print(reports);
        return ending(reports);
    }

    private List<Target> targets() {
        List<Target> targets = new ArrayList<>();
        for (String domain : domains) {
            targets.add(Target.Zone.named(Target.Line.numbered(targets.size() + 1L), name(domain)));
        }
        return targets;
    }

    private static DomainName name(String domain) {
        try {
            return DomainName.parse(InternationalNames.toAscii(domain));
        } catch (MalformedNameException e) {
            throw Refusal.wrongUsage("'" + domain + "' is no domain name: " + e.getMessage());
        } catch (IllegalArgumentException e) {
            throw Refusal.wrongUsage("'" + domain + "' cannot be written in ASCII: " + e.getMessage());
        }
    }

    private Scanner scanner() {
        return new Looking(naming, probing, speed, safety)
                .scanner(glue, probing.looks(recheck.delays(), Occasion.ALWAYS, Besides.NOBODY), 1);
    }

    private void print(List<ZoneReport> reports) {
        try (Printer printer = streams.printer()) {
            for (ZoneReport report : reports) {
                if (json) {
                    printer.line(RecordLine.of(report));
                } else {
                    people(report, printer);
                }
            }
        }
    }

    private void people(ZoneReport report, Printer printer) {
        new Findings(report).lines(printer.style()).forEach(printer::line);
        DomainName zone = report.name();
        if (dig && zone != null) {
            DigLines.of(zone, report.judgement().servers()).forEach(line -> printer.line("  " + line));
        }
        printer.line("");
    }

    private static int ending(List<ZoneReport> reports) {
        boolean told = true;
        for (ZoneReport report : reports) {
            Verdict verdict = report.judgement().verdict();
            if (verdict == Verdict.MISMATCH || verdict == Verdict.MISMATCH_SOURCES) {
                return ExitCode.FOUND;
            }
            told &= verdict == Verdict.CONSISTENT || verdict == Verdict.CONSISTENT_PARTIAL;
        }
        return told ? ExitCode.OK : ExitCode.CANNOT;
    }
}
