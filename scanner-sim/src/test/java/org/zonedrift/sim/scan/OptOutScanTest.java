package org.zonedrift.sim.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.zonedrift.probe.Observation;
import org.zonedrift.probe.Outcome;
import org.zonedrift.safety.Exclusions;
import org.zonedrift.sim.gallery.Exhibit;
import org.zonedrift.sim.gallery.Gallery;
import org.zonedrift.sim.network.Climate;
import org.zonedrift.sim.network.Delay;
import org.zonedrift.sim.network.Weather;
import org.zonedrift.sim.world.Families;
import org.zonedrift.verdict.Evidence.Primary;
import org.zonedrift.verdict.Verdict;
import org.zonedrift.verdict.ZoneReport;
import org.zonedrift.zone.DomainName;
import org.zonedrift.zone.NameServer;
import org.zonedrift.zone.ServerAddress;

/** Whoever asked to be left alone gets no packet: as a name server, as a primary, at a second look. */
class OptOutScanTest {

    private static final Climate CALM = Climate.everywhere(Weather.calm(Delay.of(Duration.ofMillis(10))));

    private final Gallery gallery = new Gallery(Families.DUAL);

    @Test
    void aNameServerThatIsExcludedIsNotAskedAtTheSecondLookEither() {
        int disagreeing = 0;
        for (ZoneReport report : scan(Exclusions.none(), new HashSet<>(), mismatches())) {
            for (NameServer server : report.evidence().nameServers()) {
                disagreeing += leftAlone(report.name(), server) == Verdict.MISMATCH ? 1 : 0;
            }
        }
        assertThat(disagreeing)
                .as("zones that disagree without it, and are looked at twice")
                .isPositive();
    }

    private Verdict leftAlone(DomainName zone, NameServer server) {
        Set<ServerAddress> asked = new HashSet<>();
        ZoneReport report = scan(excluding(server.host()), asked, List.of(zone)).get(0);
        for (NameServer.Located located : server.addresses()) {
            assertThat(asked).as("%s at %s", zone, server.host()).doesNotContain(located.address());
            assertThat(report.evidence().observationOf(located.address()).outcome())
                    .isEqualTo(Outcome.SKIPPED_BLOCKLIST);
        }
        return report.judgement().verdict();
    }

    @Test
    void aPrimaryThatIsExcludedIsNotAsked() {
        int primaries = 0;
        List<DomainName> everything =
                gallery.exhibits().stream().map(Exhibit::name).toList();
        for (ZoneReport report : scan(Exclusions.none(), new HashSet<>(), everything)) {
            for (Primary primary : report.evidence().primaries()) {
                primaries += leftAlone(report.name(), primary);
            }
        }
        assertThat(primaries).as("addresses of hidden primaries").isPositive();
    }

    private int leftAlone(DomainName zone, Primary primary) {
        Set<ServerAddress> asked = new HashSet<>();
        scan(excluding(primary.name()), asked, List.of(zone));
        for (Observation seen : primary.observations()) {
            assertThat(asked).as("%s at %s", zone, primary.name()).doesNotContain(seen.server());
        }
        return primary.observations().size();
    }

    private List<DomainName> mismatches() {
        return gallery.exhibits().stream()
                .filter(exhibit -> exhibit.truth().verdict() == Verdict.MISMATCH)
                .map(Exhibit::name)
                .toList();
    }

    private static Exclusions excluding(DomainName host) {
        return Exclusions.parse(List.of("ns:" + host));
    }

    private List<ZoneReport> scan(Exclusions exclusions, Set<ServerAddress> asked, List<DomainName> names) {
        return new VirtualScan(gallery.world(1), CALM, 1)
                .leavingAlone(exclusions)
                .watchedBy((time, to, transport, octets) -> asked.add(to))
                .of(names);
    }
}
