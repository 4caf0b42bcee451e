package org.zonedrift.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.zonedrift.cli.bench.BenchCommand;
import org.zonedrift.cli.console.Interruption;
import org.zonedrift.cli.console.Streams;
import org.zonedrift.cli.demo.DemoCommand;
import org.zonedrift.cli.plan.PlanCommand;

/**
 * The commands by their names, in the order in which the help lists them. One is made only where it is
 * wanted: to learn the options of all of them would take longer than what short commands do.
 */
final class Commands {

    /** It tells the options of all the others. */
    private static final String COMPLETION = "completion";

    private final Map<String, Supplier<Object>> byName = new LinkedHashMap<>();

    Commands(Streams streams, Interruption interruption) {
        byName.put("scan", () -> new ScanCommand(streams, interruption));
        byName.put("check", () -> new CheckCommand(streams, interruption));
        byName.put("plan", () -> new PlanCommand(streams));
        byName.put("demo", () -> new DemoCommand(streams, interruption));
        byName.put("simulate", () -> new SimulateCommand(streams, interruption));
        byName.put("rejudge", () -> new RejudgeCommand(streams));
        byName.put("bench", () -> new BenchCommand(streams, interruption));
        byName.put("serial", () -> new SerialCommand(streams));
        byName.put("flags", () -> new FlagsCommand(streams));
        byName.put(COMPLETION, () -> new CompletionCommand(streams));
    }

    Set<String> names() {
        return byName.keySet();
    }

    /** The command that this line begins with; all of them where it begins otherwise, as the help does. */
    List<Object> wantedBy(String... line) {
        String first = line.length == 0 || line[0].equals(COMPLETION) ? "" : line[0];
        Supplier<Object> named = byName.get(first);
        return named == null ? byName.values().stream().map(Supplier::get).toList() : List.of(named.get());
    }
}
