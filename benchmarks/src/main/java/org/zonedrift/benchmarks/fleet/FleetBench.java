package org.zonedrift.benchmarks.fleet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.zonedrift.benchmarks.ReadmeBlock;

/** Runs {@code zonedrift bench} beside dnsperf, against Unbound and against a bare responder. */
public final class FleetBench {

    private static final int USUAL_ROUNDS = 5;
    private static final int BRIEF = 1_000_000;
    private static final int LENGTHY = 4_000_000;

    private FleetBench() {}

    /** Arguments: the folder of the benchmarks, then rounds, rate (0: half load), and the two counts of queries. */
    public static void main(String[] args) throws IOException, InterruptedException {
        Path home = Path.of(args[0]);
        int rounds = number(args, 1, USUAL_ROUNDS);
        int rate = number(args, 2, Agreement.HALF_LOAD);
        int brief = number(args, 3, BRIEF);
        int lengthy = number(args, 4, LENGTHY);
        Path workshop = Files.createDirectories(home.resolve("target/fleet"));
        String agreement = new Agreement(workshop).measure(rounds, rate);
        System.out.println(agreement);
        String cost = new QueryCost(workshop, home.resolve("src/main/c")).measure(Math.min(rounds, 3), brief, lengthy);
        System.out.println(cost);
        new ReadmeBlock("fleet").write(home.resolve("README.md"), agreement + "\n" + cost);
    }

    private static int number(String[] args, int index, int usual) {
        return args.length > index ? Integer.parseInt(args[index]) : usual;
    }
}
