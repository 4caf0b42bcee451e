package org.zonedrift;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.zonedrift.exchange.Course;
import org.zonedrift.probe.Observation;
import org.zonedrift.probe.Outcome;
import org.zonedrift.zone.Delegation;
import org.zonedrift.zone.DomainName;
import org.zonedrift.zone.NameServer;
import org.zonedrift.zone.ServerAddress;

class SightingTest {

    private static final DomainName ZONE = DomainName.parse("example.net");
    private static final DomainName HOST = DomainName.parse("ns1.example.net");
    private static final ServerAddress ADDRESS = ServerAddress.of(new byte[] {(byte) 192, 0, 2, 1}, 53);

    private static Observation observation(Outcome outcome) {
        return new Observation(
                ADDRESS, outcome, 0, true, false, null, null, null, 100, Course.UNSENT, Set.of(), null, null);
    }

    private static Sighting first() {
        Delegation delegation = Delegation.missing(
                ZONE, Delegation.Standing.DELEGATED, Delegation.Source.of(Delegation.Method.ITERATIVE));
        NameServer server = new NameServer(
                HOST,
                NameServer.Listed.PARENT,
                List.of(new NameServer.Located(ADDRESS, NameServer.AddressSource.GLUE)),
                null,
                Set.of());
        return Sighting.of(delegation)
                .locating(List.of(server))
                .observing(List.of(observation(Outcome.OK).withApexNs(Set.of(HOST))));
    }

    @Test
    void theNsSetOfTheFirstLookStandsAfterTheSecond() {
        assertThat(first().anew(List.of(observation(Outcome.OK))).childNs()).containsExactly(HOST);
    }

    @Test
    void aServerThatFellSilentListsNobody() {
        assertThat(first().anew(List.of(observation(Outcome.TIMEOUT))).childNs())
                .isEmpty();
    }
}
