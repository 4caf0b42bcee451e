package org.zonedrift.cli;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.zonedrift.LookPlan;
import org.zonedrift.LookPlan.Occasion;
import org.zonedrift.ScanPlan;
import org.zonedrift.Scanner;
import org.zonedrift.cli.check.Changes;
import org.zonedrift.cli.check.Conclusion;
import org.zonedrift.cli.check.PluginState;
import org.zonedrift.cli.check.Rounds;
import org.zonedrift.cli.check.Telling;
import org.zonedrift.cli.check.Trace;
import org.zonedrift.cli.console.Interruption;
import org.zonedrift.cli.console.Pause;
import org.zonedrift.cli.console.Printer;
import org.zonedrift.cli.console.Refusal;
import org.zonedrift.cli.console.Streams;
import org.zonedrift.cli.live.LivePage;
import org.zonedrift.cli.live.ZoneNumbers;
import org.zonedrift.cli.names.InternationalNames;
import org.zonedrift.cli.option.Durations;
import org.zonedrift.cli.option.NamingOptions;
import org.zonedrift.cli.option.ProbingOptions;
import org.zonedrift.cli.option.RepeatOptions;
import org.zonedrift.cli.option.SafetyOptions;
import org.zonedrift.cli.option.ServerOptions;
import org.zonedrift.cli.option.SpeedOptions;
import org.zonedrift.cli.option.WatchOptions;
import org.zonedrift.cli.scan.Lanes;
import org.zonedrift.cli.scan.Looking;
import org.zonedrift.cli.scan.ScanRun;
import org.zonedrift.cli.scan.Vantage;
import org.zonedrift.cli.watch.Progress;
import org.zonedrift.cli.watch.Words;
import org.zonedrift.delegation.AddressBook.GluePolicy;
import org.zonedrift.exchange.OverheardExchange.Ear;
import org.zonedrift.exchange.netty.NettyNetwork;
import org.zonedrift.input.Target;
import org.zonedrift.input.WrittenName;
import org.zonedrift.input.WrittenName.Numbers;
import org.zonedrift.verdict.ZoneReport;
import org.zonedrift.zone.DomainName;
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

    @Option(names = "--trace", description = "every question and every reply behind the verdict, on standard error")
    boolean trace;

    @Option(
            names = "--nagios",
            description = "one line with figures, and the exit codes of monitoring plugins: 0 OK, 1 WARNING, "
                    + "2 CRITICAL, 3 UNKNOWN (wrong usage too)")
    boolean nagios;

    @ArgGroup(validate = false, heading = "%nServers:%n")
    ServerOptions servers = new ServerOptions();

    @ArgGroup(validate = false, heading = "%nLooking more than once:%n")
    RepeatOptions repeat = new RepeatOptions();

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

    @ArgGroup(validate = false, heading = "%nWatching:%n")
    WatchOptions watch = new WatchOptions();

    /** The place from which we ask is tested once, however often we look. */
    private boolean tested;

    CheckCommand(Streams streams, Interruption interruption) {
        this.streams = streams;
        this.interruption = interruption;
    }

    @Override
    public Integer call() {
        Telling telling = telling();
        Optional<Duration> waiting = repeat.waiting();
        Optional<Duration> period = repeat.period();
        Rounds rounds = new Rounds(this::look, new Pause(interruption)::lasting);
        List<ZoneReport> seen;
        if (period.isPresent()) {
            Changes changes = new Changes();
            seen = watched(numbers -> rounds.every(period.get(), reports -> {
                numbers.show(reports);
                tell(telling, changes, reports);
            }));
        } else {
            seen = waiting.map(rounds::untilAllAgree).orElseGet(this::look);
            tell(telling, seen);
        }
        return nagios ? PluginState.of(seen).exitCode() : Conclusion.of(seen).exitCode();
    }

    /** Whoever wants may look on meanwhile. */
    private List<ZoneReport> watched(Function<ZoneNumbers, List<ZoneReport>> looking) {
        ZoneNumbers numbers = new ZoneNumbers();
        Optional<LivePage> page = watch.serve(numbers.registry(), () -> {}, streams);
        try {
            return looking.apply(numbers);
        } finally {
            page.ifPresent(LivePage::close);
        }
    }

    private Telling telling() {
        if (naming.countOnZoneFile()) {
            throw Refusal.wrongUsage("--delegation zonefile goes with scan, and a TLD zone file as its input");
        }
        if (watch.isWanted() && repeat.period().isEmpty()) {
            throw Refusal.wrongUsage("--metrics goes with --every: there is nothing to watch in one look");
        }
        if (nagios && (json || dig || repeat.period().isPresent())) {
            throw Refusal.wrongUsage("--nagios writes one line: neither --json nor --dig nor --every go with it");
        }
        if (json && dig) {
            throw Refusal.wrongUsage("--json writes records, --dig lines for people: one of them, please");
        }
        if (nagios) {
            return Telling.plugin();
        }
        return json ? Telling.records() : dig ? Telling.peopleWithDig() : Telling.people();
    }

    /** One look at every zone, in the order in which they were named. */
    private List<ZoneReport> look() {
        List<Target> targets = targets();
        List<ZoneReport> reports = new ArrayList<>();
        NettyNetwork network = Lanes.open(probing.sources());
        Looking looking = looking();
        ScanPlan plan = looking.plan(network, glue, looks(), 1);
        try (Scanner scanner = looking.scanner(network, plan)) {
            if (!tested) {
                tested = true;
                Vantage vantage = new Vantage(probing.families(), plan, network);
                vantage.lines().forEach(streams.err()::println);
                vantage.askRoot(scanner, streams.err()::println);
            }
            ScanRun run = new ScanRun(scanner, streams);
            run.stopOn(interruption);
            run.run(Flux.fromIterable(targets), targets.size(), Progress.Kind.NONE, reports::add);
        }
        reports.sort(Comparator.comparingLong(report -> report.line().number()));
        return reports;
    }

    private void tell(Telling telling, List<ZoneReport> reports) {
        try (Printer printer = streams.printer()) {
            telling.tell(reports, printer);
        }
    }

    /** Of one look among many: records always, for people only what has changed. */
    private void tell(Telling telling, Changes changes, List<ZoneReport> reports) {
        List<ZoneReport> news = json ? reports : changes.among(reports);
        tell(telling, news);
        String when = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
        streams.err()
                .println(when + " " + Words.counted(reports.size(), "zone") + " looked at, "
                        + (news.isEmpty() ? "nothing new" : news.size() + " new or changed"));
    }

    private List<Target> targets() {
        List<Target> targets = new ArrayList<>();
        for (String domain : domains) {
            targets.add(Target.Zone.named(Target.Line.numbered(targets.size() + 1L), name(domain)));
        }
        return targets;
    }

    private static DomainName name(String domain) {
        if (domain.startsWith("@")) {
            throw Refusal.cannot("no such file: " + domain.substring(1));
        }
        try {
            return new WrittenName(InternationalNames::toAscii, Numbers.TAKEN).read(domain);
        } catch (IllegalArgumentException e) {
            throw Refusal.wrongUsage("'" + domain + "' is no domain name: " + e.getMessage());
        }
    }

    private Looking looking() {
        return new Looking(naming, probing, speed, safety)
                .inAHurry()
                .overheardBy(trace ? new Trace(streams.err()) : Ear.NONE);
    }

    private LookPlan looks() {
        return probing.looks(recheck.delays(), Occasion.ALWAYS, servers.besides(probing.port()));
    }
}
