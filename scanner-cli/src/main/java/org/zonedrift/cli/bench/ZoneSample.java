package org.zonedrift.cli.bench;

import java.util.List;
import java.util.stream.IntStream;
import org.zonedrift.fleet.Query;
import org.zonedrift.fleet.SoaLooks;
import org.zonedrift.zone.DomainName;

/** Some of the zones that the names of a benchmark lie in, as the resolvers themselves tell them. */
final class ZoneSample {

    /** Names asked for each zone wanted: some share a zone, some do not exist. */
    private static final int NAMES_PER_ZONE = 3;

    /** A top-level domain is somebody else's, and changes every few minutes. */
    private static final int LABELS_MIN = 2;

    private ZoneSample() {}

    /** So many zones at most. The resolvers hold their SOA records from now on. */
    static List<DomainName> of(List<Query> queries, FleetRun run, int wanted) {
        if (wanted < 1) {
            return List.of();
        }
        List<DomainName> names = queries.stream().map(Query::name).distinct().toList();
        int stride = Math.max(1, names.size() / (wanted * NAMES_PER_ZONE));
        List<DomainName> sample = IntStream.iterate(0, i -> i < names.size(), i -> i + stride)
                .mapToObj(names::get)
                .limit((long) wanted * NAMES_PER_ZONE)
                .toList();
        SoaLooks.Seen seen = run.look(sample);
        List<DomainName> zones = seen.zones().stream()
                .filter(zone -> zone.labelCount() >= LABELS_MIN)
                .limit(wanted)
                .toList();
        run.look(zones);
        return zones;
    }
}
