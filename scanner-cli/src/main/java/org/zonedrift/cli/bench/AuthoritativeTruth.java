package org.zonedrift.cli.bench;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.zonedrift.Scanner;
import org.zonedrift.fleet.Authority;
import org.zonedrift.input.Target;
import org.zonedrift.verdict.SerialSummary;
import org.zonedrift.verdict.ZoneReport;
import org.zonedrift.zone.DomainName;
import reactor.core.publisher.Flux;

/** What the zones' own servers say of their serials, gathered as a scan gathers it. */
final class AuthoritativeTruth {

    private AuthoritativeTruth() {}

    /** The serials of those zones whose servers answered with any. */
    static Map<DomainName, Authority> of(List<DomainName> zones, Scanner scanner) {
        Flux<Target> targets =
                Flux.range(0, zones.size()).map(i -> Target.Zone.named(Target.Line.numbered(i + 1L), zones.get(i)));
        Map<DomainName, Authority> known = new HashMap<>();
        List<ZoneReport> reports = scanner.reports(targets).collectList().block();
        for (ZoneReport report : reports == null ? List.<ZoneReport>of() : reports) {
            SerialSummary serial = report.judgement().serial();
            DomainName zone = report.name();
            if (zone != null && serial != null && serial.newest() != null && serial.oldest() != null) {
                known.put(zone, new Authority(serial.newest(), serial.oldest()));
            }
        }
        return known;
    }
}
