package org.zonedrift.cli.check;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.zonedrift.probe.Observation;
import org.zonedrift.verdict.ServerRow;

/** Who holds the same data, where data were compared. */
final class DataSentence {

    private DataSentence() {}

    /** The sentence; empty where nothing was compared. */
    static Optional<String> of(List<ServerRow> servers) {
        Map<String, Set<String>> hosts = new LinkedHashMap<>();
        for (ServerRow row : servers) {
            Observation.Kept kept = row.observation().kept();
            if (kept != null && kept.dataHash() != null) {
                hosts.computeIfAbsent(kept.dataHash(), hash -> new TreeSet<>())
                        .add(row.ns().host() + " (" + row.address().host() + ")");
            }
        }
        if (hosts.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                hosts.size() == 1
                        ? "The compared data are the same at every server that told them."
                        : "The compared data differ: "
                                + hosts.values().stream()
                                        .map(alike -> String.join(", ", alike))
                                        .collect(Collectors.joining("; unlike "))
                                + ".");
    }
}
