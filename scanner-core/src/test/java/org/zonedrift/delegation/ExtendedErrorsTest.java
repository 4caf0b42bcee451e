package org.zonedrift.delegation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.zonedrift.exchange.Answer;
import org.zonedrift.exchange.Course;
import org.zonedrift.wire.DnsMessage;
import org.zonedrift.wire.Edns;
import org.zonedrift.zone.Delegation;
import org.zonedrift.zone.Delegation.Method;
import org.zonedrift.zone.Delegation.Standing;
import org.zonedrift.zone.DomainName;

/** What resolvers say about why they fail (RFC 8914), kept with the delegation. */
class ExtendedErrorsTest {

    private static final String ONE = "192.0.2.201";
    private static final String TWO = "192.0.2.202";
    private static final int SERVFAIL = 2;

    private final SmallLab lab = new SmallLab("lame.lab NS ns.lame.lab");

    private static TinyInternet.Speech failing(Integer... codes) {
        Edns edns = new Edns(1232, 0, 0, null, null, -1, List.of(codes));
        Course course = ((Answer.Reply) TinyInternet.rcode(SERVFAIL)).course();
        return question ->
                new Answer.Reply(new DnsMessage(0x8080 | SERVFAIL, List.of(), List.of(), List.of(), edns, 100), course);
    }

    private Delegation find(String zone) {
        ResolverFleet fleet = new ResolverFleet(
                List.of(ONE, TWO).stream().map(SmallLab::address).toList());
        AtomicReference<Delegation> found = new AtomicReference<>();
        new ResolverDelegations(fleet, lab.delegations)
                .find(DomainName.parse(zone), lab.internet)
                .subscribe(found::set);
        lab.lane.runOut();
        return found.get();
    }

    @Test
    void theCodesOfAllWhoFailedAreKept() {
        lab.internet.server(ONE, failing(22, 23)).server(TWO, failing(9, 22));
        lab.internet.server(SmallLab.ROOT_SERVER, question -> TinyInternet.silence());

        Delegation found = find("lame.lab");

        assertThat(found.standing()).isEqualTo(Standing.RESOLVER_SERVFAIL);
        assertThat(found.source().ede()).containsExactly(9, 22, 23);
    }

    @Test
    void theyAreKeptWhereTheParentCouldSayMore() {
        lab.internet.server(ONE, failing(22)).server(TWO, failing());

        Delegation found = find("lame.lab");

        assertThat(found.source().method()).isEqualTo(Method.RESOLVER_THEN_ITERATIVE);
        assertThat(found.standing()).isEqualTo(Standing.DELEGATED);
        assertThat(found.source().rcode()).isEqualTo("SERVFAIL");
        assertThat(found.source().ede()).containsExactly(22);
    }
}
