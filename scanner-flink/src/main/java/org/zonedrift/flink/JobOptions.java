package org.zonedrift.flink;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.zonedrift.LookPlan.Besides;
import org.zonedrift.LookPlan.Occasion;
import org.zonedrift.ScanPlan;
import org.zonedrift.cli.ProgramVersion;
import org.zonedrift.cli.console.Refusal;
import org.zonedrift.cli.option.Durations;
import org.zonedrift.cli.option.InputOptions;
import org.zonedrift.cli.option.NamingOptions;
import org.zonedrift.cli.option.ProbingOptions;
import org.zonedrift.cli.option.SafetyOptions;
import org.zonedrift.cli.option.Selection;
import org.zonedrift.cli.option.SpeedOptions;
import org.zonedrift.cli.option.Spoken;
import org.zonedrift.cli.scan.Looking;
import org.zonedrift.delegation.AddressBook.GluePolicy;
import org.zonedrift.exchange.Politeness;
import org.zonedrift.exchange.netty.NettyNetwork;
import org.zonedrift.input.InputFile;
import org.zonedrift.input.InputFormat;
import org.zonedrift.input.Inputs;
import org.zonedrift.output.RecordWriter.InputFiles;
import org.zonedrift.zone.ServerAddress;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command line of the job: the options of a scan by the same names, and some of its own. */
@Command(
        name = "zonedrift-flink.jar",
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class,
        sortOptions = false,
        description =
                "Scans lists, CSV files, TLD zone files or earlier results on a Flink cluster, and writes NDJSON.")
final class JobOptions {

    /** Such files say themselves which servers a zone has. */
    private static final Set<InputFormat> BRING_SERVERS = Set.of(InputFormat.SERVERS, InputFormat.ZONE);

    @Parameters(arity = "1..*", paramLabel = "INPUT", description = "files to read, on any file system of Flink")
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

    @ArgGroup(validate = false, heading = "%nSpeed (rates of all machines together, -j of each process):%n")
    SpeedOptions speed = new SpeedOptions();

    @ArgGroup(validate = false, heading = "%nSafety:%n")
    SafetyOptions safety = new SafetyOptions();

    @ArgGroup(validate = false, heading = "%nOutput:%n")
    ResultOptions results = new ResultOptions();

    @ArgGroup(validate = false, heading = "%nThe job:%n")
    FlinkOptions execution = new FlinkOptions();

    @Spec
    private CommandSpec spec;

    /**
     * What these arguments say.
     *
     * @param files where the files lie here that options name
     * @throws Refusal if they say nothing sensible
     */
    static JobOptions of(List<String> arguments, Function<String, Path> files) {
        JobOptions options = new JobOptions();
        try {
            Arguments.commandLine(options)
                    .registerConverter(Path.class, files::apply)
                    .parseArgs(arguments.toArray(String[]::new));
        } catch (ParameterException e) {
            throw Refusal.wrongUsage(String.valueOf(e.getMessage()));
        }
        return options;
    }

    /** Refuses what cannot come to anything, before anything is submitted. */
    void check(Inputs opened) {
        if (results.folder.isEmpty()) {
            throw Refusal.wrongUsage("-o DIR says where the result files go");
        }
        boolean hasZoneFile = opened.files().stream().anyMatch(file -> file.format() == InputFormat.ZONE);
        if (naming.countOnZoneFile() && !hasZoneFile) {
            throw Refusal.wrongUsage("--delegation zonefile needs a TLD zone file as input");
        }
        if (execution.strict && !opened.files().stream().map(InputFile::format).allMatch(BRING_SERVERS::contains)) {
            throw Refusal.wrongUsage("--strict-destinations needs zone files, or lines zone,host,ip:"
                    + " of a name alone nobody knows yet who will be asked about it");
        }
    }

    /**
     * A share is a query a second at least: with more subtasks than that, they would be too fast
     * together. Where operators have owners, half of a limit is all that the others share.
     */
    void refuseMoreSubtasksThanShares(int subtasks) {
        Politeness limits = politeness();
        // Without a limit for servers those of prefixes and operators do not hold either.
        IntStream smaller = limits.perServer() == 0
                ? IntStream.empty()
                : IntStream.of(limits.perServer(), limits.perPrefix(), limits.perOperator());
        IntStream.concat(IntStream.of(limits.total()), smaller)
                .filter(rate -> rate > 0 && subtasksAtMost(rate) < subtasks)
                .min()
                .ifPresent(rate -> {
                    throw Refusal.wrongUsage("%d subtasks cannot share %d queries a second: ask for -p %d at most"
                            .formatted(subtasks, rate, subtasksAtMost(rate)));
                });
    }

    private int subtasksAtMost(int rate) {
        return execution.strict ? Math.max(1, rate / 2) : rate;
    }

    Spoken spoken() {
        return Spoken.to(spec);
    }

    /** The inputs, found to be readable. */
    Inputs open() {
        return Inputs.open(inputs, input.reading(probing.port()), StoredFiles::source);
    }

    Selection chosen(Inputs opened) {
        return input.chosen(opened);
    }

    InputFiles files() {
        return inputs.size() > 1 ? InputFiles.SEVERAL : InputFiles.ONE;
    }

    Looking looking() {
        return new Looking(naming, probing, speed, safety);
    }

    /** How many zones of one subtask may be under way: being looked at, or waiting. */
    int capacity() {
        return speed.inFlight().active() + execution.waiting;
    }

    /** What all machines together may ask. */
    Politeness politeness() {
        return speed.politeness().sharedBy(input.shards());
    }

    List<ServerAddress> resolvers() {
        return naming.naming(glue, probing.port()).resolvers();
    }

    /** How all machines together look, from where this network is. */
    ScanPlan plan(NettyNetwork network) {
        return looking()
                .plan(
                        network,
                        glue,
                        probing.looks(recheck.delays(), Occasion.MISMATCHES, Besides.NOBODY),
                        input.shards());
    }
}
