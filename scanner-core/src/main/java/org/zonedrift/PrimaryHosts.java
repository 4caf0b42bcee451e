package org.zonedrift;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.zonedrift.probe.Observation;
import org.zonedrift.verdict.Evidence.Primary;
import org.zonedrift.zone.DomainName;
import org.zonedrift.zone.NameServer;
import org.zonedrift.zone.Roster;
import org.zonedrift.zone.ServerAddress;
import reactor.core.publisher.Mono;

/** The hosts that a zone's SOA records call primary, wherever they listen. */
final class PrimaryHosts {

    private static final DomainName LOCALHOST = DomainName.parse("localhost");

    private final Roster hosts;

    PrimaryHosts(Roster hosts) {
        this.hosts = hosts;
    }

    /** Whether an MNAME can lead to a server at all. */
    static boolean canBeAsked(DomainName mname) {
        return !mname.isRoot() && !mname.equals(LOCALHOST);
    }

    /** Asks those that were not asked as servers of the zone already. */
    Mono<Sighting> ask(ZoneVisit visit, Sighting seen) {
        Map<ServerAddress, Observation> known = Sighting.byAddress(seen.observations());
        List<ServerAddress> unasked = hosts.addresses().stream()
                .filter(address -> !known.containsKey(address))
                .toList();
        return visit.askPrimaries(hosts.servers(), unasked)
                .map(answers -> seen.askingPrimaries(primaries(known, answers)));
    }

    private List<Primary> primaries(Map<ServerAddress, Observation> known, List<Observation> answers) {
        known.putAll(Sighting.byAddress(answers));
        List<Primary> primaries = new ArrayList<>();
        for (NameServer host : hosts.servers()) {
            List<Observation> observations = Roster.addressesOf(List.of(host)).stream()
                    .map(known::get)
                    .filter(Objects::nonNull)
                    .toList();
            primaries.add(new Primary(host.host(), observations, host.trouble()));
        }
        return primaries;
    }
}
