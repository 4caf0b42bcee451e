package org.zonedrift.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.zonedrift.cli.console.ExitCode;
import org.zonedrift.cli.console.Printer;
import org.zonedrift.cli.console.Refusal;
import org.zonedrift.cli.console.Streams;
import org.zonedrift.cli.option.Destinations;
import org.zonedrift.cli.rejudge.NewVerdicts;
import org.zonedrift.cli.rejudge.ResultFiles;
import org.zonedrift.cli.watch.Words;
import org.zonedrift.input.InputException;
import org.zonedrift.input.Inputs;
import org.zonedrift.input.RecordLines;
import org.zonedrift.output.OutputException;
import org.zonedrift.output.RecordSink;
import org.zonedrift.output.RecordWriter;
import org.zonedrift.output.RecordWriter.InputFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Judges written records anew, from the evidence in them and from nothing else. */
@Command(
        name = "rejudge",
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class,
        sortOptions = false,
        description = "Recomputes verdicts, reasons and flags from the evidence in result files, and tells each record "
                + "that would conclude otherwise now. Asks nobody anything.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:every record concludes what it did",
            "1:some would conclude otherwise",
            "2:wrong usage",
            "3:something could not be read or written, or is no record"
        })
final class RejudgeCommand implements Callable<Integer> {

    private final Streams streams;

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description = "result files, packed or not; the folder of a run; - is standard input")
    List<String> files = List.of();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE|-",
            description = "write every record as it would be now; .gz and .zst are compressed. The differences go to "
                    + "standard error then")
    @Nullable
    String output;

    RejudgeCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        try {
            NewVerdicts verdicts = output == null ? toldToPeople() : written(output);
            streams.err().println(summary(verdicts));
            return verdicts.unreadable() > 0
                    ? ExitCode.CANNOT
                    : verdicts.different() > 0 ? ExitCode.FOUND : ExitCode.OK;
        } catch (InputException e) {
            throw Refusal.cannot(String.valueOf(e.getMessage()));
        } catch (OutputException e) {
            if (e.kind() == OutputException.Kind.READER_GONE) {
                return ExitCode.READER_GONE;
            }
            throw Refusal.cannot(String.valueOf(e.getMessage()));
        }
    }

    private NewVerdicts toldToPeople() {
        try (Printer printer = streams.printer()) {
            return judged(new NewVerdicts(printer::line, streams.err()::println, record -> {}));
        }
    }

    private NewVerdicts written(String place) {
        if (!place.equals(Inputs.STANDARD_INPUT)) {
            Destinations.spare(files, "-o", Path.of(place));
        }
        RecordWriter unnamed = new RecordWriter("", InputFiles.ONE);
        try (RecordSink sink = place.equals("-")
                ? RecordSink.stream("standard output", streams.out(), unnamed)
                : RecordSink.file(Path.of(place), unnamed)) {
            return judged(new NewVerdicts(
                    streams.err()::println,
                    streams.err()::println,
                    record -> sink.write(record.report(), record.writer())));
        }
    }

    private NewVerdicts judged(NewVerdicts verdicts) {
        for (RecordLines lines : new ResultFiles(files, streams.in())) {
            try (lines) {
                verdicts.read(lines);
            }
        }
        return verdicts;
    }

    private static String summary(NewVerdicts verdicts) {
        String judged = Words.counted(verdicts.records(), "record") + " judged anew: ";
        String told = verdicts.different() == 0
                ? "every one concludes what it did"
                : Words.count(verdicts.different()) + " would conclude otherwise";
        String unreadable =
                verdicts.unreadable() == 0 ? "" : "; " + Words.counted(verdicts.unreadable(), "line") + " unreadable";
        return judged + told + unreadable;
    }
}
