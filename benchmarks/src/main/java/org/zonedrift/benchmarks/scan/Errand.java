package org.zonedrift.benchmarks.scan;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A way to scan a top-level domain.
 *
 * @param options of {@code zonedrift scan}, beside those that lead it to the simulated Internet
 * @param suffix of the file of records, which says how it is packed
 * @param lanes for each of which the program gets two processors, as it wants
 */
record Errand(String name, Start start, List<String> options, String suffix, int lanes) {

    /** Where the delegations come from. */
    enum Start {
        ZONE_FILE,
        ROOT
    }

    private static final String BARE = "--child-ns none --recheck none --evidence none --emit all";

    private static final String PLAIN = ".ndjson";

    static Errand of(String name, Start start, String options) {
        return new Errand(name, start, List.of(options.split(" ")), PLAIN, 1);
    }

    static List<Errand> all() {
        Errand bare = of("zone file, the bar", Start.ZONE_FILE, BARE);
        List<Errand> all = new ArrayList<>();
        all.add(bare);
        all.add(of("the same, --emit mismatch", Start.ZONE_FILE, BARE.replace("all", "mismatch")));
        all.add(new Errand("the same, zstd", Start.ZONE_FILE, bare.options, ".ndjson.zst", 1));
        all.add(new Errand("the same, two lanes", Start.ZONE_FILE, bare.options, PLAIN, 2));
        all.add(of("zone file, defaults", Start.ZONE_FILE, "--emit all"));
        all.add(of("zone file, defaults, --emit mismatch", Start.ZONE_FILE, "--emit mismatch"));
        all.add(of("list from the root", Start.ROOT, BARE));
        all.add(of("list from the root, defaults", Start.ROOT, "--emit all"));
        return all;
    }

    /** The rows of these numbers, from one on; all where no number is given. */
    static List<Errand> rows(String numbers) {
        List<Errand> all = all();
        if (numbers.isEmpty()) {
            return all;
        }
        return Stream.of(numbers.split(","))
                .map(number -> all.get(Integer.parseInt(number) - 1))
                .toList();
    }

    List<String> processors() {
        return lanes == 1 ? List.of("taskset", "-c", "0") : List.of("taskset", "-c", "0,1");
    }

    /** Several lanes need processors that a small machine lacks: told to the JVM all the same. */
    List<String> javaOptions() {
        return lanes == 1 ? List.of() : List.of("-XX:ActiveProcessorCount=" + 2 * lanes);
    }

    /** Whether the program packs its records, into a file whose name it must know for that. */
    boolean isPacked() {
        return !suffix.equals(PLAIN);
    }

    boolean writesAll() {
        return options.contains("all");
    }

    /** Whether servers that only the zone itself lists are asked too. */
    boolean asksChild() {
        return !options.contains("--child-ns");
    }

    boolean looksAgain() {
        return !options.contains("--recheck");
    }
}
