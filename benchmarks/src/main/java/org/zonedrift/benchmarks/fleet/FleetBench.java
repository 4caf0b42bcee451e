package org.zonedrift.benchmarks.fleet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Runs {@code zonedrift bench} beside dnsperf, against Unbound and against a bare responder. */
public final class FleetBench {

    private static final int USUAL_ROUNDS = 5;
    private static final int USUAL_RATE = 5_000;
    private static final int BRIEF = 1_000_000;
    private static final int LENGTHY = 4_000_000;

    private FleetBench() {}

    /** Arguments: the folder of the benchmarks, then rounds, rate, and the two counts of queries. */
    public static void main(String[] args) throws IOException, InterruptedException {
        Path sources = Path.of(args[0], "src", "main", "c");
        int rounds = number(args, 1, USUAL_ROUNDS);
        int rate = number(args, 2, USUAL_RATE);
        int brief = number(args, 3, BRIEF);
        int lengthy = number(args, 4, LENGTHY);
        Path workshop = Files.createTempDirectory("fleet-bench");
        System.out.println(new Agreement(workshop, rate).measure(rounds));
        System.out.println(new QueryCost(workshop, sources).measure(Math.min(rounds, 3), brief, lengthy));
    }

    private static int number(String[] args, int index, int usual) {
        return args.length > index ? Integer.parseInt(args[index]) : usual;
    }
}
