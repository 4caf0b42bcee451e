package org.zonedrift.cli.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.zonedrift.verdict.Judgement;
import org.zonedrift.verdict.ServerRow;
import org.zonedrift.verdict.ZoneReport;
import org.zonedrift.zone.DomainName;
import org.zonedrift.zone.SoaRecord;

/** Remembers what was last seen of each zone, and picks what has changed since. */
public final class Changes {

    private final Map<DomainName, List<String>> last = new HashMap<>();

    /** The reports that say something else than the last ones on the same zones; all of the first. */
    public List<ZoneReport> among(List<ZoneReport> reports) {
        return reports.stream().filter(this::isNew).toList();
    }

    private boolean isNew(ZoneReport report) {
        List<String> gist = gist(report.judgement());
        DomainName zone = report.name();
        return zone == null || !gist.equals(last.put(zone, gist));
    }

    /** Verdict, reason, and what each server said. */
    private static List<String> gist(Judgement judgement) {
        return Stream.concat(
                        Stream.of(judgement.verdict() + "/" + judgement.reason()),
                        judgement.servers().stream().map(Changes::gist))
                .toList();
    }

    private static String gist(ServerRow row) {
        SoaRecord soa = row.observation().soa();
        return row.ns().host() + " " + row.address() + " " + row.observation().outcome() + " "
                + (soa == null ? "" : soa.serial());
    }
}
