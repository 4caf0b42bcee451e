package org.zonedrift.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.zonedrift.Asking;
import org.zonedrift.LookPlan.Besides;
import org.zonedrift.LookPlan.Occasion;
import org.zonedrift.ScanPlan;
import org.zonedrift.ScanPlan.Snapshots;
import org.zonedrift.Scanner;
import org.zonedrift.cli.console.ExitCode;
import org.zonedrift.cli.console.Interruption;
import org.zonedrift.cli.console.Refusal;
import org.zonedrift.cli.console.Streams;
import org.zonedrift.cli.live.LivePage;
import org.zonedrift.cli.live.ScanNumbers;
import org.zonedrift.cli.option.Destinations;
import org.zonedrift.cli.option.Durations;
import org.zonedrift.cli.option.InputOptions;
import org.zonedrift.cli.option.NamingOptions;
import org.zonedrift.cli.option.OutputOptions;
import org.zonedrift.cli.option.OutputOptions.Hash;
import org.zonedrift.cli.option.ProbingOptions;
import org.zonedrift.cli.option.RunOptions;
import org.zonedrift.cli.option.SafetyOptions;
import org.zonedrift.cli.option.Selection;
import org.zonedrift.cli.option.SpeedOptions;
import org.zonedrift.cli.option.Spoken;
import org.zonedrift.cli.option.WatchOptions;
import org.zonedrift.cli.scan.Announcement;
import org.zonedrift.cli.scan.Chronicle;
import org.zonedrift.cli.scan.Forecast;
import org.zonedrift.cli.scan.Lanes;
import org.zonedrift.cli.scan.Ledger;
import org.zonedrift.cli.scan.Looking;
import org.zonedrift.cli.scan.LooseLedger;
import org.zonedrift.cli.scan.Preface;
import org.zonedrift.cli.scan.RunLedger;
import org.zonedrift.cli.scan.Undertaking;
import org.zonedrift.cli.scan.Undertaking.Order;
import org.zonedrift.cli.scan.Vantage;
import org.zonedrift.cli.watch.Extent;
import org.zonedrift.delegation.AddressBook.GluePolicy;
import org.zonedrift.exchange.netty.NettyNetwork;
import org.zonedrift.input.InputException;
import org.zonedrift.input.InputFile;
import org.zonedrift.input.InputFormat;
import org.zonedrift.input.Inputs;
import org.zonedrift.output.Emit;
import org.zonedrift.output.OutputException;
import org.zonedrift.output.RecordSink;
import org.zonedrift.output.RecordWriter;
import org.zonedrift.output.RecordWriter.InputFiles;
import org.zonedrift.run.Manifest;
import org.zonedrift.run.RunDirectory;
import org.zonedrift.run.RunDirectory.Terms;
import org.zonedrift.run.RunException;
import org.zonedrift.zone.DomainName;
import org.zonedrift.zone.MalformedNameException;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

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

    /** Such files say themselves which servers a zone has. */
    private static final Set<InputFormat> BRING_SERVERS = Set.of(InputFormat.SERVERS, InputFormat.ZONE);

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

    @ArgGroup(validate = false, heading = "%nWatching:%n")
    WatchOptions watch = new WatchOptions();

    @ArgGroup(validate = false, heading = "%nRuns:%n")
    RunOptions run = new RunOptions();

    @Spec
    private CommandSpec spec;

    ScanCommand(Streams streams, Interruption interruption) {
        this.streams = streams;
        this.interruption = interruption;
    }

    @Override
    public Integer call() {
        new Destinations(inputs, output, run).check();
        refuseWhatCannotBeMeant();
        Spoken spoken = Spoken.to(spec)
                .meaning("--emit", emit().name().toLowerCase(Locale.ROOT))
                .meaning(
                        "--timeout",
                        Durations.text(probing.asking(Asking.DEFAULT.timeout()).timeout()));
        try (Inputs opened = openInputs();
                Ledger ledger = ledger(opened, spoken)) {
            new Announcement(emit(), run.folder(), safety, speed.politeness()).tell(opened, ledger, streams.err());
            return scan(opened, ledger, spoken);
        } catch (InputException e) {
            throw e.kind() == InputException.Kind.AMBIGUOUS
                    ? Refusal.wrongUsage(String.valueOf(e.getMessage()))
                    : Refusal.cannot(String.valueOf(e.getMessage()));
        } catch (RunException e) {
            throw e.kind() == RunException.Kind.REFUSED
                    ? Refusal.wrongUsage(String.valueOf(e.getMessage()))
                    : Refusal.cannot(e.getMessage() + howToGoOn(spoken));
        } catch (OutputException e) {
            if (e.kind() == OutputException.Kind.READER_GONE) {
                return ExitCode.READER_GONE;
            }
            throw Refusal.cannot(e.getMessage() + howToGoOn(spoken));
        }
    }

    /** Nobody's earlier results are to be lost to a slip in an option. */
    private void refuseWhatCannotBeMeant() {
        naming.naming(glue, probing.port());
        input.shards();
        safety.check();
        watch.check();
    }

    private void refuseToCountOnNothing(Inputs opened) {
        boolean hasZoneFile = opened.files().stream().anyMatch(file -> file.format() == InputFormat.ZONE);
        if (naming.countOnZoneFile() && !hasZoneFile) {
            throw Refusal.wrongUsage("--delegation zonefile needs a TLD zone file as input");
        }
    }

    private String howToGoOn(Spoken spoken) {
        return run.folder().isEmpty() ? "" : "; then the same command goes on: " + spoken.line();
    }

    private Emit emit() {
        return output.emitOr(run.folder().isPresent() ? Emit.ALL : Emit.MISMATCH);
    }

    private Ledger ledger(Inputs opened, Spoken spoken) {
        refuseToCountOnNothing(opened);
        Map<String, String> frozen = spoken.frozen();
        for (int i = 0; i < opened.files().size(); i++) {
            frozen.put("input " + (i + 1), opened.files().get(i).identity().text());
        }
        String runId = UUID.randomUUID().toString().replace("-", "");
        Terms terms = new Terms(runId, System.currentTimeMillis(), frozen);
        InputFiles files = inputs.size() > 1 ? InputFiles.SEVERAL : InputFiles.ONE;
        return run.folder()
                .<Ledger>map(folder -> new RunLedger(
                        RunDirectory.open(folder, terms, RunDirectory.Output.of(files, emit(), probing.port()))))
                .orElseGet(() -> new LooseLedger(terms, sink(new RecordWriter(terms.shortId(), files)), emit()));
    }

    private RecordSink sink(RecordWriter writer) {
        Hash hash = run.manifest().isPresent() ? Hash.TOLD : Hash.UNTOLD;
        return output.sink(writer, streams.out(), hash);
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
            return text.indexOf('/') < 0 && DomainName.parse(text).labelCount() > 1;
        } catch (MalformedNameException e) {
            return false;
        }
    }

    private static boolean bringServers(Inputs opened, ScanPlan plan) {
        return plan.naming().snapshots() == Snapshots.BELIEVED
                && opened.files().stream().map(InputFile::format).allMatch(BRING_SERVERS::contains);
    }

    private int scan(Inputs opened, Ledger ledger, Spoken spoken) {
        NettyNetwork network = Lanes.open(probing.sources());
        Looking looking = new Looking(naming, probing, speed, safety);
        ScanPlan plan = looking.plan(
                        network,
                        glue,
                        probing.looks(recheck.delays(), Occasion.MISMATCHES, Besides.NOBODY),
                        input.shards())
                .knowing(opened.delegations(probing.port()));
        Selection chosen = input.chosen(opened);
        Preface preface = new Preface(spoken, naming, safety, run.notes());
        Optional<Path> told = run.folder().map(RunDirectory::manifestIn).or(run::manifest);
        try (Scanner scanner = looking.scanner(network, plan)) {
            Vantage vantage = new Vantage(probing.families(), plan, network);
            vantage.lines().forEach(streams.err()::println);
            Manifest manifest = preface.manifest(ledger, plan, probing.sources(), vantage);
            Chronicle chronicle = new Chronicle(told, manifest, opened, chosen, ledger);
            Runnable rootFirst =
                    bringServers(opened, plan) ? () -> {} : () -> vantage.askRoot(scanner, streams.err()::println);
            ScanNumbers numbers = new ScanNumbers(ledger.tally(), scanner);
            Optional<LivePage> page = watch.serve(numbers.registry(), numbers::refresh, streams);
            Order order = new Order(
                    output.progress(), run.checkpoint(), output.failOn(), extent(opened, plan), rootFirst, () -> {
                        readExclusions();
                        manifest.with(Manifest.Part.DATA, preface.data());
                    });
            try {
                return new Undertaking(streams, interruption, ledger, chronicle)
                        .carryOut(scanner, chosen.targets(), order);
            } finally {
                page.ifPresent(LivePage::close);
                if (interruption.isRequested() && ledger.outlivesUs()) {
                    streams.err().println("Interrupted. The same command goes on: " + spoken.line());
                }
            }
        }
    }

    /** Counted beforehand where that is soon done, and else guessed from what was read. */
    private Extent.Source extent(Inputs opened, ScanPlan plan) {
        if (inputs.stream().anyMatch(name -> !Files.isRegularFile(Path.of(name)))) {
            return taken -> Extent.UNKNOWN;
        }
        try (Inputs again = openInputs()) {
            Optional<Forecast> forecast = Forecast.of(again, input.chosen(again).targets(), plan.politeness());
            forecast.map(Forecast::line).ifPresent(streams.err()::println);
            Optional<Extent> counted = forecast.map(Forecast::targets).map(Extent::counted);
            return taken -> counted.orElseGet(() -> Extent.guessed(input.guessed(opened, taken)));
        }
    }

    private void readExclusions() {
        safety.readExclusionsAgain().ifPresent(streams.err()::println);
    }
}
