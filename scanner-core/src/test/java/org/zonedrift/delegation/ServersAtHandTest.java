package org.zonedrift.delegation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.zonedrift.zone.Delegation;
import org.zonedrift.zone.Delegation.Glue;
import org.zonedrift.zone.Delegation.Method;
import org.zonedrift.zone.Delegation.Source;
import org.zonedrift.zone.Delegation.Standing;
import org.zonedrift.zone.DomainName;
import org.zonedrift.zone.NameServer;
import org.zonedrift.zone.NameServer.AddressSource;
import org.zonedrift.zone.NameServer.Listed;
import org.zonedrift.zone.NameServer.Located;
import org.zonedrift.zone.NameServer.Trouble;
import org.zonedrift.zone.Roster;

class ServersAtHandTest {

    private static final long SECOND = 1_000_000_000L;
    private static final long NOW = 1_795_168_800L * SECOND;
    private static final DomainName NS1 = DomainName.parse("ns1.provider.lab");
    private static final DomainName NS2 = DomainName.parse("ns2.provider.lab");

    private final FamiliarServers familiar = new FamiliarServers();
    private final ServersAtHand atHand = new ServersAtHand(familiar, new GluedServers(), Grouping.NONE);

    private static Delegation zone(String name, Glue... glue) {
        return zone(name, Set.of(NS2, NS1), glue);
    }

    private static Delegation zone(String name, Set<DomainName> hosts, Glue... glue) {
        return new Delegation(
                DomainName.parse(name),
                Standing.DELEGATED,
                Source.of(Method.ZONE_FILE),
                hosts,
                null,
                List.of(glue),
                Set.of());
    }

    private static Glue glue(DomainName host, String address) {
        return new Glue(host, SmallLab.address(address));
    }

    private @Nullable Roster find(Delegation told, long now) {
        return atHand.find(told.nameServers(), told, now);
    }

    private Roster servers(String name, Glue... glue) {
        return Objects.requireNonNull(find(zone(name, glue), NOW));
    }

    private void acquaint(DomainName host, long seconds) {
        Located located = new Located(SmallLab.address("192.0.2.1"), AddressSource.AUTH);
        familiar.keep(new NameServer(host, Listed.PARENT, List.of(located), null, Set.of()), NOW, seconds);
    }

    @Test
    void zonesThatAreDelegatedAlikeHaveOneRoster() {
        Glue[] glue = {glue(NS1, "192.0.2.1"), glue(NS2, "192.0.2.2")};
        Roster first = servers("one.lab", glue);

        assertThat(first.servers()).extracting(NameServer::host).containsExactly(NS1, NS2);
        assertThat(find(zone("two.lab", glue), NOW + 3_600 * SECOND)).isSameAs(first);
    }

    @Test
    void theSameNamesWithOtherGlueListenElsewhere() {
        find(zone("one.lab", glue(NS1, "192.0.2.1"), glue(NS2, "192.0.2.2")), NOW);

        assertThat(servers("two.lab", glue(NS1, "192.0.2.3"), glue(NS2, "192.0.2.2"))
                        .servers()
                        .get(0)
                        .addresses())
                .extracting(located -> located.address().host())
                .containsExactly("192.0.2.3");
        assertThat(find(zone("three.lab", glue(NS1, "192.0.2.1")), NOW)).isNull();
        assertThat(find(zone("four.lab"), NOW)).isNull();
    }

    @Test
    void whatWasLookedUpIsAtHandAsLongAsTheFirstOfItMayBeBelieved() {
        acquaint(NS1, 20);
        acquaint(NS2, 5);
        Roster first = find(zone("one.mock"), NOW);

        assertThat(find(zone("two.mock"), NOW + 4 * SECOND)).isNotNull().isSameAs(first);
        assertThat(find(zone("three.mock"), NOW + 5 * SECOND)).isNull();
    }

    /** Its parent owes it glue, which the other zones do not need. */
    @Test
    void aZoneAboveOneOfItsServersIsNotServedLikeOthers() {
        acquaint(NS1, 20);
        acquaint(NS2, 20);
        find(zone("one.mock"), NOW);

        assertThat(find(zone("provider.lab"), NOW)).isNull();
        assertThat(find(zone("ns1.provider.lab"), NOW)).isNull();
    }

    @Test
    void aZoneAboveItsServersWithGlueDoesNotShareThemWithOthers() {
        Glue[] glue = {glue(NS1, "192.0.2.1"), glue(NS2, "192.0.2.2")};
        Roster own = find(zone("provider.lab", glue), NOW);

        assertThat(find(zone("one.lab", glue), NOW)).isEqualTo(own).isNotSameAs(own);
    }

    @Test
    void aHostThatIsNowhereIsAtHandToo() {
        acquaint(NS1, 20);
        NameServer nowhere = new NameServer(NS2, Listed.PARENT, List.of(), Trouble.NXDOMAIN, Set.of());
        familiar.keep(nowhere, NOW, 20);

        assertThat(servers("one.mock").servers()).hasSize(2).contains(nowhere);
    }

    /** Of many hosts that are nowhere, only the first are tried: that takes them one after the other. */
    @Test
    void ofManyHostsNoneThatIsNowhereIsAtHand() {
        Set<DomainName> hosts = new HashSet<>();
        for (int i = 0; i <= ZoneHosts.FAILURES_MAX; i++) {
            DomainName host = DomainName.parse("ns" + i + ".provider.lab");
            familiar.keep(new NameServer(host, Listed.PARENT, List.of(), Trouble.NXDOMAIN, Set.of()), NOW, 20);
            hosts.add(host);
        }

        assertThat(find(zone("one.mock", hosts), NOW)).isNull();
    }
}
