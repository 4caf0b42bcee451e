package org.zonedrift.cli.option;

import java.io.OutputStream;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zonedrift.cli.console.Refusal;
import org.zonedrift.cli.watch.Progress;
import org.zonedrift.output.Emit;
import org.zonedrift.output.RecordSink;
import org.zonedrift.output.RecordWriter;
import org.zonedrift.verdict.Verdict;
import picocli.CommandLine.Option;

/** What is written, and where. */
public final class OutputOptions {

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE|-",
            description = "where records go (default: standard output); .gz and .zst are compressed")
    @Nullable
    String file;

    @Option(
            names = "--emit",
            paramLabel = "mismatch|issues|all",
            description = "which records are written; all are counted (default: mismatch; all with --run)")
    @Nullable
    Emit emit;

    @Option(
            names = "--fail-on",
            paramLabel = "VERDICT,...",
            split = ",",
            description = "end with exit code 1 if one of these verdicts occurs")
    List<Verdict> failOn = List.of();

    @Option(
            names = "--progress",
            paramLabel = "auto|bar|plain|none",
            defaultValue = "auto",
            description = "how to show on stderr where the scan stands; auto: a bar with figures on a terminal, a line "
                    + "every 10 s elsewhere (default: ${DEFAULT-VALUE})")
    Progress.Kind progress = Progress.Kind.AUTO;

    /** Whether a manifest will tell the hash of the file. */
    public enum Hash {
        TOLD,
        UNTOLD
    }

    /** Where records go. */
    public RecordSink sink(RecordWriter writer, OutputStream standardOutput, Hash hash) {
        Path named = path().orElse(null);
        if (named == null) {
            return RecordSink.stream("standard output", standardOutput, writer);
        }
        return hash == Hash.TOLD ? RecordSink.file(named, writer) : RecordSink.unhashedFile(named, writer);
    }

    /** Whether the user says where records go. */
    boolean namesPlace() {
        return file != null;
    }

    /** The file of records; none where they go to standard output. */
    public Optional<Path> path() {
        if (file != null && file.isEmpty()) {
            throw Refusal.wrongUsage("-o names no file; standard output is -");
        }
        return Optional.ofNullable(file).filter(name -> !name.equals("-")).map(Path::of);
    }

    /** What is written, where the user does not say it. */
    public Emit emitOr(Emit usual) {
        return emit == null ? usual : emit;
    }

    public Set<Verdict> failOn() {
        return failOn.isEmpty() ? EnumSet.noneOf(Verdict.class) : EnumSet.copyOf(failOn);
    }

    public Progress.Kind progress() {
        return progress;
    }
}
