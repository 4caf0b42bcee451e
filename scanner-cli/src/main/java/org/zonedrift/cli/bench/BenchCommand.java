package org.zonedrift.cli.bench;

import java.util.List;
import java.util.concurrent.Callable;
import org.zonedrift.cli.ProgramVersion;
import org.zonedrift.cli.console.ExitCode;
import org.zonedrift.cli.console.Interruption;
import org.zonedrift.cli.console.Printer;
import org.zonedrift.cli.console.Refusal;
import org.zonedrift.cli.console.SafeText;
import org.zonedrift.cli.console.Streams;
import org.zonedrift.cli.scan.Lanes;
import org.zonedrift.cli.watch.Words;
import org.zonedrift.exchange.netty.NettyNetwork;
import org.zonedrift.fleet.BenchPlan;
import org.zonedrift.fleet.Query;
import org.zonedrift.fleet.Repertoire;
import org.zonedrift.fleet.Resolver;
import org.zonedrift.fleet.StepResult;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Presses resolvers, and says how much each takes, how fast and how right it answers. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class,
        sortOptions = false,
        description = "Benchmarks a fleet of resolvers: all of them at once, with the same names. Latency counts from "
                + "when a query was due, so a resolver that stalls cannot hide it.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:measured", "2:wrong usage", "3:could not measure", "130:interrupted"})
public final class BenchCommand implements Callable<Integer> {

    private final Streams streams;
    private final Interruption interruption;

    @Option(names = "--demo", description = "try it on four simulated resolvers: good, slow, lossy, stale")
    boolean demo;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "fixes schedule and order (default: ${DEFAULT-VALUE})")
    long seed;

    @ArgGroup(validate = false, heading = "%nResolvers:%n")
    FleetOptions fleet = new FleetOptions();

    @ArgGroup(validate = false, heading = "%nQueries:%n")
    QueryOptions queries = new QueryOptions();

    @ArgGroup(validate = false, heading = "%nLoad:%n")
    LoadOptions load = new LoadOptions();

    public BenchCommand(Streams streams, Interruption interruption) {
        this.streams = streams;
        this.interruption = interruption;
    }

    @Override
    public Integer call() {
        if (!demo) {
            return bench(fleet.fleet(), needed(queries.queries()));
        }
        try (DemoFleet simulated = DemoFleet.open(seed)) {
            List<Query> own = queries.queries();
            return bench(simulated.fleet(), own.isEmpty() ? simulated.queries() : own);
        }
    }

    private static List<Query> needed(List<Query> queries) {
        if (queries.isEmpty()) {
            throw Refusal.wrongUsage("nothing to ask: name a file of queries with --names");
        }
        return queries;
    }

    private int bench(List<Resolver> resolvers, List<Query> names) {
        BenchPlan plan = new BenchPlan(resolvers, queries.manner(), queries.timeout, load.plan(), seed);
        streams.err()
                .println("Asking " + Words.counted(resolvers.size(), "resolver") + " for "
                        + Words.counted(names.size(), "name") + ", again and again.");
        try (NettyNetwork network = Lanes.open(List.of())) {
            List<StepResult> results = new FleetRun(network).run(plan, Repertoire.Source.inOrder(names), interruption);
            print(resolvers, results.subList(Math.min(results.size(), load.rehearsals()), results.size()));
        }
        return interruption.isRequested() ? ExitCode.INTERRUPTED : ExitCode.OK;
    }

    private void print(List<Resolver> resolvers, List<StepResult> results) {
        try (Printer printer = streams.printer()) {
            for (StepResult step : results) {
                for (int i = 0; i < resolvers.size(); i++) {
                    Resolver resolver = resolvers.get(i);
                    printer.line(
                            printer.style().strong(SafeText.of(resolver.name())) + " (" + resolver.address() + ")");
                    DnsperfText.lines(step, i).forEach(printer::line);
                    printer.line("");
                }
                new ComparisonTable(step, printer.style()).lines(resolvers).forEach(printer::line);
                printer.line("");
            }
            if (load.isUsual()) {
                printer.line("That was a light load. How much each of them takes: --ramp 60s --max-qps 10000");
            }
        }
    }
}
