package org.zonedrift.flink;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.flink.api.common.RuntimeExecutionMode;
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
import org.zonedrift.exchange.netty.NettySettings.Sockets;
import org.zonedrift.input.InputFormat;
import org.zonedrift.input.Inputs;
import org.zonedrift.output.Emit;
import org.zonedrift.output.RecordWriter.InputFiles;
import org.zonedrift.verdict.Verdict;
import org.zonedrift.zone.ServerAddress;
import picocli.CommandLine;
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

    /** How the packets travel. */
    enum Transport {
        NIO(Sockets.NIO),
        EPOLL(Sockets.BEST);

        private final Sockets sockets;

        Transport(Sockets sockets) {
            this.sockets = sockets;
        }
    }

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

    @ArgGroup(validate = false, heading = "%nSpeed, of all machines together:%n")
    SpeedOptions speed = new SpeedOptions();

    @ArgGroup(validate = false, heading = "%nSafety:%n")
    SafetyOptions safety = new SafetyOptions();

    @ArgGroup(validate = false, heading = "%nOutput:%n")
    ResultOptions results = new ResultOptions();

    @ArgGroup(validate = false, heading = "%nThe job:%n")
    ExecutionOptions execution = new ExecutionOptions();

    @Spec
    private CommandSpec spec;

    /** Where results go. */
    static final class ResultOptions {

        @Option(
                names = {"-o", "--output"},
                paramLabel = "DIR",
                description = "folder of result files, on any file system of Flink")
        String folder = "";

        @Option(
                names = "--compression",
                paramLabel = "zst|gz|none",
                defaultValue = "zst",
                description = "how result files are packed (default: ${DEFAULT-VALUE})")
        String compression = "zst";

        @Option(
                names = "--emit",
                paramLabel = "mismatch|issues|all",
                defaultValue = "all",
                description = "which records are written; all are counted (default: ${DEFAULT-VALUE})")
        Emit emit = Emit.ALL;

        @Option(
                names = "--fail-on",
                paramLabel = "VERDICT,...",
                split = ",",
                description = "let the client fail if one of these verdicts occurred")
        List<Verdict> failOn = List.of();

        @Option(
                names = "--manifest",
                paramLabel = "FILE",
                defaultValue = "",
                description = "where to say how it was done, on any file system of Flink")
        String manifest = "";

        @Option(
                names = "--note",
                paramLabel = "KEY=VALUE",
                description = "something that the manifest shall say, such as vantage=Oslo; repeatable")
        Map<String, String> notes = new TreeMap<>();

        /** Of the names of result files. */
        String ending() {
            return switch (compression) {
                case "none" -> ".ndjson";
                case "gz", "zst" -> ".ndjson." + compression;
                default -> throw Refusal.wrongUsage("--compression " + compression + ": zst, gz or none");
            };
        }
    }

    /** How Flink goes about it. */
    static final class ExecutionOptions {

        @Option(
                names = "--execution",
                paramLabel = "batch|streaming",
                defaultValue = "streaming",
                description = "streaming takes checkpoints and goes on from them; batch begins a failed part anew "
                        + "(default: ${DEFAULT-VALUE})")
        RuntimeExecutionMode mode = RuntimeExecutionMode.STREAMING;

        @Option(
                names = "--checkpoint",
                paramLabel = "TIME",
                defaultValue = "1m",
                converter = Durations.class,
                description = "how much may be lost; each checkpoint ends a result file of each subtask "
                        + "(default: ${DEFAULT-VALUE})")
        Duration checkpoint = Duration.ofMinutes(1);

        @Option(
                names = "--waiting",
                paramLabel = "N",
                defaultValue = "20000",
                description = "zones of each subtask that may wait between two looks or for limits; all of them are "
                        + "part of each checkpoint (default: ${DEFAULT-VALUE})")
        int waiting = 20_000;

        @Option(
                names = "--give-up",
                paramLabel = "TIME",
                defaultValue = "6h",
                converter = Durations.class,
                description = "a zone that takes longer is an ERROR, waiting for limits included "
                        + "(default: ${DEFAULT-VALUE})")
        Duration giveUp = Duration.ofHours(6);

        @Option(
                names = "--transport",
                paramLabel = "nio|epoll",
                defaultValue = "nio",
                description = "whose sockets carry the traffic; epoll loads a native library (default: "
                        + "${DEFAULT-VALUE})")
        Transport transport = Transport.NIO;
    }

    private JobOptions() {}

    /**
     * What these arguments say.
     *
     * @param files where the files lie here that options name
     * @throws Refusal if they say nothing sensible
     */
    static JobOptions of(List<String> arguments, Function<String, Path> files) {
        JobOptions options = new JobOptions();
        try {
            commandLine(options)
                    .registerConverter(Path.class, files::apply)
                    .parseArgs(arguments.toArray(String[]::new));
        } catch (ParameterException e) {
            throw Refusal.wrongUsage(String.valueOf(e.getMessage()));
        }
        return options;
    }

    private static CommandLine commandLine(JobOptions options) {
        return new CommandLine(options)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setAbbreviatedOptionsAllowed(false);
    }

    /** What people are told who ask for help or for the version; empty for everybody else. */
    static String help(List<String> arguments) {
        CommandLine line = commandLine(new JobOptions());
        if (arguments.contains("--help") || arguments.contains("-h")) {
            return line.getUsageMessage();
        }
        return arguments.contains("--version") || arguments.contains("-V")
                ? String.join("\n", new ProgramVersion().getVersion())
                : "";
    }

    /** The same with what stands in the files of arguments ({@code @FILE}), which are here and nowhere else. */
    static List<String> expanded(List<String> arguments) {
        try {
            return commandLine(new JobOptions())
                    .parseArgs(arguments.toArray(String[]::new))
                    .expandedArgs();
        } catch (ParameterException e) {
            throw Refusal.wrongUsage(String.valueOf(e.getMessage()));
        }
    }

    /** The files that options name, which must be wherever the job runs. */
    static List<String> filesNamedBy(List<String> arguments) {
        List<String> named = new ArrayList<>();
        of(arguments, text -> {
            named.add(text);
            return Path.of(text);
        });
        return named;
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

    Sockets sockets() {
        return execution.transport.sockets;
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
