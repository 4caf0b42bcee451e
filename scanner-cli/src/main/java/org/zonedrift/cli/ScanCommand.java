package org.zonedrift.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.zonedrift.LookPlan.Besides;
import org.zonedrift.LookPlan.Occasion;
import org.zonedrift.Scanner;
import org.zonedrift.cli.console.ExitCode;
import org.zonedrift.cli.console.Interruption;
import org.zonedrift.cli.console.Refusal;
import org.zonedrift.cli.console.Streams;
import org.zonedrift.cli.option.Durations;
import org.zonedrift.cli.option.InputOptions;
import org.zonedrift.cli.option.NamingOptions;
import org.zonedrift.cli.option.OutputOptions;
import org.zonedrift.cli.option.ProbingOptions;
import org.zonedrift.cli.option.SafetyOptions;
import org.zonedrift.cli.option.SpeedOptions;
import org.zonedrift.cli.scan.Looking;
import org.zonedrift.cli.scan.ScanRun;
import org.zonedrift.cli.watch.Words;
import org.zonedrift.delegation.AddressBook.GluePolicy;
import org.zonedrift.input.InputException;
import org.zonedrift.input.InputFile;
import org.zonedrift.input.Inputs;
import org.zonedrift.output.OutputException;
import org.zonedrift.output.RecordSink;
import org.zonedrift.output.RecordWriter;
import org.zonedrift.output.RecordWriter.InputFiles;
import org.zonedrift.verdict.Verdict;
import org.zonedrift.zone.DomainName;
import org.zonedrift.zone.MalformedNameException;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Scans lists of zones and writes what it finds as NDJSON. */
@Command(
        name = "scan",
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class,
        sortOptions = false,
        description = "Scans lists, CSV files, TLD zone files or earlier results, and writes NDJSON records.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:finished",
            "1:a verdict of --fail-on occurred",
            "2:wrong usage",
            "3:something could not be read, written or reached",
            "70:a bug of ours",
            "130:interrupted",
            "141:the reader of standard output went away"
        })
final class ScanCommand implements Callable<Integer> {

    private final Streams streams;
    private final Interruption interruption;

    @Parameters(arity = "1..*", paramLabel = "INPUT", description = "files to read; - is standard input")
    List<String> inputs = List.of();

    @ArgGroup(validate = false, heading = "%nInput:%n")
    InputOptions input = new InputOptions();

    @ArgGroup(validate = false, heading = "%nDelegation:%n")
    NamingOptions naming = new NamingOptions();

    @Option(
            names = "--glue",
            paramLabel = "trust|verify",
            defaultValue = "trust",
            description = "believe addresses that come with a delegation, or look them up as well (default: "
                    + "${DEFAULT-VALUE})")
    GluePolicy glue = GluePolicy.TRUST;

    @ArgGroup(validate = false, heading = "%nProbing:%n")
    ProbingOptions probing = new ProbingOptions();

    @Option(
            names = "--recheck",
            paramLabel = "TIME,...|none",
            defaultValue = "15s",
            converter = Durations.Delays.class,
            description = "when to look again at a mismatch, counted from the first look (default: ${DEFAULT-VALUE})")
    Durations.Delays.Value recheck = new Durations.Delays.Value(List.of(Duration.ofSeconds(15)));

    @ArgGroup(validate = false, heading = "%nSpeed:%n")
    SpeedOptions speed = new SpeedOptions();

    @ArgGroup(validate = false, heading = "%nSafety:%n")
    SafetyOptions safety = new SafetyOptions();

    @ArgGroup(validate = false, heading = "%nOutput:%n")
    OutputOptions output = new OutputOptions();

    ScanCommand(Streams streams, Interruption interruption) {
        this.streams = streams;
        this.interruption = interruption;
    }

    @Override
    public Integer call() {
        try (Inputs opened = openInputs();
                RecordSink sink = output.sink(writer(), streams.out());
                Scanner scanner = scanner()) {
            return scan(opened, sink, scanner);
        } catch (InputException e) {
            throw e.kind() == InputException.Kind.AMBIGUOUS
                    ? Refusal.wrongUsage(String.valueOf(e.getMessage()))
                    : Refusal.cannot(String.valueOf(e.getMessage()));
        } catch (OutputException e) {
            if (e.kind() == OutputException.Kind.READER_GONE) {
                return ExitCode.READER_GONE;
            }
            throw Refusal.cannot(String.valueOf(e.getMessage()));
        }
    }

    private RecordWriter writer() {
        return new RecordWriter("", inputs.size() > 1 ? InputFiles.SEVERAL : InputFiles.ONE);
    }

    private Inputs openInputs() {
        for (String name : inputs) {
            if (!name.equals(Inputs.STANDARD_INPUT) && !Files.exists(Path.of(name)) && isDomain(name)) {
                throw Refusal.cannot("no such file: " + name + "; did you mean: zonedrift check " + name);
            }
        }
        return Inputs.open(inputs, input.reading(probing.port()), streams.in());
    }

    private static boolean isDomain(String text) {
        try {
            return DomainName.parse(text).labelCount() > 1;
        } catch (MalformedNameException e) {
            return false;
        }
    }

    private Scanner scanner() {
        Looking looking = new Looking(naming, probing, speed, safety);
        return looking.scanner(
                glue, probing.looks(recheck.delays(), Occasion.MISMATCHES, Besides.NOBODY), input.shards());
    }

    private int scan(Inputs opened, RecordSink sink, Scanner scanner) {
        opened.files().stream()
                .map(InputFile::remark)
                .filter(remark -> !remark.isEmpty())
                .forEach(streams.err()::println);
        streams.err().println("Writing " + emitted() + ".");
        ScanRun run = new ScanRun(scanner, streams);
        run.stopOn(interruption);
        run.run(input.chosen(opened).flux(), -1, output.progress(), report -> {
            if (output.emit().admits(report)) {
                sink.write(report);
            }
        });
        sink.flush();
        run.summarise();
        streams.err().println(closing(run, sink));
        return ending(run);
    }

    private String emitted() {
        return switch (output.emit()) {
            case MISMATCH -> "only mismatches; --emit all writes every zone";
            case ISSUES -> "every zone with an issue; --emit all writes every zone";
            case ALL -> "every zone";
        };
    }

    private static String closing(ScanRun run, RecordSink sink) {
        long mismatches = run.tally().of(Verdict.MISMATCH) + run.tally().of(Verdict.MISMATCH_SOURCES);
        return Words.counted(run.tally().reports(), "zone") + ", " + Words.counted(mismatches, "mismatch") + " ("
                + Words.counted(sink.written().records(), "record") + " written)";
    }

    private int ending(ScanRun run) {
        if (run.hitBug()) {
            return ExitCode.BUG;
        }
        if (interruption.isRequested()) {
            return ExitCode.INTERRUPTED;
        }
        return output.failOn().stream().anyMatch(verdict -> run.tally().of(verdict) > 0) ? ExitCode.FOUND : ExitCode.OK;
    }
}
