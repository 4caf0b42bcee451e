package org.zonedrift;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.zonedrift.operator.Operators;
import org.zonedrift.zone.DomainName;
import org.zonedrift.zone.LimitGroup;
import org.zonedrift.zone.LimitGroup.Kind;
import org.zonedrift.zone.NameServer;
import org.zonedrift.zone.NameServer.AddressSource;
import org.zonedrift.zone.NameServer.Listed;
import org.zonedrift.zone.NameServer.Located;
import org.zonedrift.zone.Roster;
import org.zonedrift.zone.ServerAddress;

class OperatorLimitsTest {

    private static final DomainName ZONE = DomainName.parse("t.lab");
    private static final LimitGroup CLOUDFLARE = LimitGroup.operator("cloudflare");

    private static NameServer server(String host, int... last) {
        List<Located> addresses = Arrays.stream(last)
                .mapToObj(octet -> new byte[] {(byte) 192, 0, 2, (byte) octet})
                .map(octets -> new Located(ServerAddress.of(octets, 53), AddressSource.AUTH))
                .toList();
        return new NameServer(DomainName.parse(host), Listed.PARENT, addresses, null, Set.of());
    }

    private static List<LimitGroup> groups(NameServer server) {
        return server.addresses().stream()
                .map(located -> located.address().limitGroup())
                .toList();
    }

    private static List<NameServer> limited(NameServer... servers) {
        return new OperatorLimits(Operators.bundled())
                .on(List.of(servers), ZONE)
                .servers();
    }

    @Test
    void serversOfAKnownOperatorShareItsLimit() {
        assertThat(groups(limited(server("ada.ns.cloudflare.com", 1, 2)).get(0)))
                .containsExactly(CLOUDFLARE, CLOUDFLARE);
    }

    @Test
    void whoIsNotInTheTableSharesTheLimitOfThePrefix() {
        assertThat(groups(limited(server("ns1.example.net", 1)).get(0))).allMatch(group -> group.kind() == Kind.PREFIX);
    }

    @Test
    void anAddressUnderTwoNamesBelongsToTheOperatorThatIsKnown() {
        List<NameServer> limited = limited(server("aaa.example.net", 1, 3), server("ada.ns.cloudflare.com", 1, 2));

        assertThat(groups(limited.get(0))).contains(CLOUDFLARE).anyMatch(group -> group.kind() == Kind.PREFIX);
        assertThat(groups(limited.get(1))).containsExactly(CLOUDFLARE, CLOUDFLARE);
    }

    @Test
    void aServerIsGroupedByItsOwnZoneHoweverOthersHaveIt() {
        OperatorLimits limits = new OperatorLimits(Operators.bundled());
        NameServer cloudflares = server("ada.ns.cloudflare.com", 1, 2);
        NameServer another = server("aaa.example.net", 1, 3);

        assertThat(groups(limits.on(List.of(cloudflares), ZONE).servers().get(0)))
                .containsExactly(CLOUDFLARE, CLOUDFLARE);
        assertThat(groups(limits.on(List.of(another), ZONE).servers().get(0)))
                .allMatch(group -> group.kind() == Kind.PREFIX);
        assertThat(groups(
                        limits.on(List.of(another, cloudflares), ZONE).servers().get(0)))
                .contains(CLOUDFLARE);
        assertThat(groups(limits.on(List.of(another), ZONE).servers().get(0)))
                .allMatch(group -> group.kind() == Kind.PREFIX);
    }

    @Test
    void anOperatorsServersOfItsOwnZoneShareItsLimitToo() {
        NameServer own = new OperatorLimits(Operators.bundled())
                .on(List.of(server("ada.ns.cloudflare.com", 1)), DomainName.parse("cloudflare.com"))
                .servers()
                .get(0);

        assertThat(groups(own)).containsExactly(CLOUDFLARE);
    }

    @Test
    void aServerThatMovedIsGroupedWhereItIsNow() {
        OperatorLimits limits = new OperatorLimits(Operators.bundled());
        limits.on(List.of(server("ada.ns.cloudflare.com", 1)), ZONE);

        NameServer moved = limits.on(List.of(server("ada.ns.cloudflare.com", 2)), ZONE)
                .servers()
                .get(0);

        assertThat(moved.addresses())
                .extracting(located -> located.address().host())
                .containsExactly("192.0.2.2");
        assertThat(groups(moved)).containsExactly(CLOUDFLARE);
    }

    @Test
    void anAddressThatTwoServersShareIsAskedOnce() {
        Roster roster = new OperatorLimits(Operators.bundled())
                .on(List.of(server("ada.ns.cloudflare.com", 1, 2), server("bob.ns.cloudflare.com", 2, 3)), ZONE);

        assertThat(roster.addresses())
                .extracting(ServerAddress::host)
                .containsExactly("192.0.2.1", "192.0.2.2", "192.0.2.3");
    }
}
