package org.zonedrift.benchmarks.probes;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts the exchange beside every peer on the PATH: short runs and long ones, in turns, so that what
 * disturbs one disturbs all. The difference of the two is what a query costs once a program runs.
 */
final class ProbesBench {

    private static final int SHORT = 1_000_000;
    private static final int LONG = 4_000_000;
    private static final int ROUNDS = 3;

    /** Addresses of the responder. */
    private static final int MANY = 200;

    private ProbesBench() {}

    /** Arguments: the folder of the benchmarks, and if wanted the number of rounds. */
    public static void main(String[] arguments) throws Exception {
        Path home = Path.of(arguments[0]);
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : ROUNDS;
        Path workshop = Files.createDirectories(home.resolve("target/probes"));
        Race race = Race.in(workshop, home.resolve("src/main/c"));
        Map<Contestant, List<Duel>> results = new LinkedHashMap<>();
        contestants().forEach(contestant -> results.put(contestant, new ArrayList<>()));
        Field shortField = Field.of(workshop, SHORT, 1);
        Field longField = Field.of(workshop, LONG, LONG / SHORT);
        for (int round = 1; round <= rounds; round++) {
            for (Contestant contestant : results.keySet()) {
                Duel duel = new Duel(race.run(contestant, shortField), race.run(contestant, longField), LONG - SHORT);
                System.out.printf("round %d: %-36s %s%n", round, contestant.name(), duel.summary());
                results.get(contestant).add(duel);
            }
        }
        String table = ProbesReport.markdown(results, SHORT, LONG);
        System.out.println(table);
        ProbesReport.PLACE.write(home.resolve("README.md"), table);
    }

    private static List<Contestant> contestants() {
        List<Contestant> all =
                new ArrayList<>(List.of(new Contestant.Ours("BEST", 1), new Contestant.Ours("BEST", MANY)));
        all.addAll(Contestant.peersOnThePath());
        return all;
    }

    /** A short and a long run of one contestant, one after the other. */
    record Duel(Race.Cost brief, Race.Cost lengthy, int moreQueries) {

        /** CPU microseconds for each query that the long run has more. */
        double marginal() {
            return (lengthy.cpuMicros() - brief.cpuMicros()) / (double) moreQueries;
        }

        double marginalUser() {
            return (lengthy.userMicros() - brief.userMicros()) / (double) moreQueries;
        }

        String summary() {
            return "%.2f us/query (%.2f user), short run %.2f s, long run %.2f s; %s"
                    .formatted(
                            marginal(),
                            marginalUser(),
                            brief.cpuMicros() / 1e6,
                            lengthy.cpuMicros() / 1e6,
                            lengthy.details());
        }
    }
}
