package org.zonedrift.delegation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.zonedrift.zone.Delegation;
import org.zonedrift.zone.NameServer;
import org.zonedrift.zone.NameServer.AddressSource;
import org.zonedrift.zone.NameServer.Trouble;
import org.zonedrift.zone.ServerAddress;

class AddressBookTest {

    private static final String PROVIDER = "192.0.2.53";

    private static SmallLab labWithProvider(String... more) {
        List<String> lines = new ArrayList<>(List.of(more));
        lines.add("provider.lab NS ns0.provider.lab");
        lines.add("ns0.provider.lab A " + PROVIDER);
        SmallLab lab = new SmallLab(lines.toArray(String[]::new));
        lab.internet.zone(
                "provider.lab",
                PROVIDER,
                "ns0.provider.lab A " + PROVIDER,
                "ns1.provider.lab A 192.0.2.1",
                "ns1.provider.lab AAAA 2001:db8::1",
                "alias.provider.lab CNAME ns1.provider.lab");
        return lab;
    }

    private static List<String> addresses(NameServer server) {
        return server.addresses().stream()
                .map(located -> located.address().host())
                .toList();
    }

    @Test
    void glueIsTrustedWithoutAQuestion() {
        SmallLab lab = new SmallLab("a.lab NS ns.a.lab", "ns.a.lab A 192.0.2.9");
        Delegation delegation = lab.find("a.lab");
        lab.internet.forgetQuestions();

        NameServer server = lab.locate(delegation).get(0);

        assertThat(addresses(server)).containsExactly("192.0.2.9");
        assertThat(server.addresses().get(0).from()).isEqualTo(AddressSource.GLUE);
        assertThat(lab.internet.heardByAll()).isZero();
    }

    @Test
    void oneHostMayHaveOtherGlueInAnotherZone() {
        SmallLab lab = new SmallLab("a.lab NS ns.a.lab", "ns.a.lab A 192.0.2.9");
        Delegation delegation = lab.find("a.lab");
        NameServer first = lab.locate(delegation).get(0);
        List<Delegation.Glue> moved = List.of(new Delegation.Glue(
                first.host(), ServerAddress.of(new byte[] {(byte) 192, 0, 2, 10}, ServerAddress.DNS_PORT)));

        NameServer second = lab.locate(new Delegation(
                        delegation.zone(),
                        delegation.standing(),
                        delegation.source(),
                        delegation.parentNs(),
                        null,
                        moved,
                        Set.of()))
                .get(0);

        assertThat(addresses(second)).containsExactly("192.0.2.10");
        assertThat(lab.locate(delegation)).containsExactly(first);
    }

    @Test
    void aHostElsewhereIsLookedUpOnceForAllZones() {
        SmallLab lab = labWithProvider("a.lab NS ns1.provider.lab", "b.lab NS ns1.provider.lab");

        NameServer server = lab.locate(lab.find("a.lab")).get(0);
        assertThat(addresses(server)).containsExactly("192.0.2.1", "2001:db8::1");
        assertThat(server.addresses().get(0).from()).isEqualTo(AddressSource.AUTH);
        lab.internet.forgetQuestions();

        lab.locate(lab.find("b.lab"));
        assertThat(lab.internet.heardByAll())
                .as("the question for b.lab's own delegation")
                .isEqualTo(1);
    }

    @Test
    void aHostThatDoesNotExistSaysSo() {
        SmallLab lab = labWithProvider("a.lab NS gone.provider.lab");

        NameServer server = lab.locate(lab.find("a.lab")).get(0);

        assertThat(server.addresses()).isEmpty();
        assertThat(server.trouble()).isEqualTo(Trouble.NXDOMAIN);
    }

    @Test
    void aHostThatDoesNotExistIsTheSameForTheNextZone() {
        SmallLab lab = labWithProvider("a.lab NS gone.provider.lab", "b.lab NS gone.provider.lab");
        NameServer server = lab.locate(lab.find("a.lab")).get(0);

        assertThat(lab.locate(lab.find("b.lab")).get(0)).isSameAs(server);
    }

    @Test
    void T107_anAliasIsFollowedForOneHopAndMarked() {
        SmallLab lab = labWithProvider("a.lab NS alias.provider.lab");

        NameServer server = lab.locate(lab.find("a.lab")).get(0);

        assertThat(addresses(server)).containsExactly("192.0.2.1", "2001:db8::1");
        assertThat(server.findings()).contains("ns-is-cname");
    }

    @Test
    void T108_anAddressInPlaceOfAHostIsNotAsked() {
        SmallLab lab = labWithProvider("a.lab NS 127.10.1.1");

        NameServer server = lab.locate(lab.find("a.lab")).get(0);

        assertThat(server.trouble()).isEqualTo(Trouble.IP_LITERAL);
        assertThat(server.findings()).contains("ns-is-ip-literal");
        assertThat(server.addresses()).isEmpty();
    }

    @Test
    void aHostBelowATldThatTheRootDeniesIsNotPublic() {
        SmallLab lab = labWithProvider("a.lab NS ns.corp.internal");

        NameServer server = lab.locate(lab.find("a.lab")).get(0);

        assertThat(server.trouble()).isEqualTo(Trouble.NOT_PUBLIC);
        assertThat(server.findings()).contains("ns-not-public-name");
    }

    @Test
    void zonesWhoseServersNeedEachOtherAreACycle() {
        SmallLab lab = new SmallLab("a.lab NS ns.b.lab", "b.lab NS ns.a.lab");

        NameServer server = lab.locate(lab.find("a.lab")).get(0);

        assertThat(server.addresses()).isEmpty();
        assertThat(server.findings()).contains("cyclic-dependency");
    }
}
