package org.zonedrift.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.zonedrift.zone.Delegation;
import org.zonedrift.zone.Delegation.Standing;
import org.zonedrift.zone.DomainName;

class DelegationIndexTest {

    private static String summary(Delegation delegation) {
        TreeSet<String> glue = new TreeSet<>();
        delegation
                .glue()
                .forEach(entry -> glue.add(entry.host() + "=" + entry.address().host()));
        return delegation.zone() + " " + new TreeSet<>(delegation.nameServers()) + " " + glue;
    }

    /** What a file says of a name that some zone needs. */
    private static Optional<Delegation> towards(String name, DelegationIndex known) throws IOException {
        String text = "lab. soa a.nic.lab. host.nic.lab. 1795133520 1800 900 604800 86400\n"
                + "lab. ns a.nic.lab.\na.nic.lab. a 192.5.6.30\nplain.lab. a 192.0.2.7\n"
                + "ns1.shop.lab. a 192.0.2.1\nshop.lab. ns ns1.shop.lab.\nother.lab. ns ns.provider.net.\n"
                + "shop.lab. ns ns.other.lab.\nshop.lab. ns NS1.shop.lab.\n";
        byte[] octets = text.getBytes(StandardCharsets.ISO_8859_1);
        return ZoneFileHead.read(new ByteArrayInputStream(octets), null, known).towards(DomainName.parse(name), 53);
    }

    private static Optional<Delegation> towards(String name) throws IOException {
        return towards(name, DelegationIndex.usual());
    }

    @Test
    void aFileTellsWhoServesTheDomainOfAnyHostInIt() throws IOException {
        assertThat(towards("ns9.deep.shop.lab").map(DelegationIndexTest::summary))
                .hasValue("shop.lab [ns.other.lab, ns1.shop.lab] [ns1.shop.lab=192.0.2.1]");
        assertThat(towards("other.lab").map(DelegationIndexTest::summary)).hasValue("other.lab [ns.provider.net] []");
    }

    @Test
    void aFileDeniesWhatItDoesNotDelegateAndKnowsItsOwnHosts() throws IOException {
        assertThat(towards("ns.nowhere.lab").map(Delegation::standing)).hasValue(Standing.DENIED_BY_PARENT);
        assertThat(towards("plain.lab").map(Delegation::standing)).hasValue(Standing.INSIDE_ZONE);
        assertThat(towards("plain.lab").map(DelegationIndexTest::summary))
                .hasValue("plain.lab [] [plain.lab=192.0.2.7]");
    }

    @Test
    void aFileThatDoesNotFitDeniesNothing() throws IOException {
        assertThat(towards("other.lab", new DelegationIndex(0))).isEmpty();
        assertThat(towards("ns.nowhere.lab", new DelegationIndex(0))).isEmpty();
    }

    @Test
    void aThousandDelegationsAreFoundWhereverTheyStand() {
        DelegationIndex index = DelegationIndex.usual();
        NameBuffer owner = new NameBuffer();
        NameBuffer host = new NameBuffer();
        for (int i = 0; i < 3_000; i++) {
            owner.set(DomainName.parse("zone" + i % 1_000 + ".lab"));
            host.set(DomainName.parse("ns" + i % 7 + ".provider.net"));
            index.add(owner, host);
        }
        for (int i = 0; i < 1_000; i++) {
            TreeSet<DomainName> expected = new TreeSet<>();
            for (int at = i; at < 3_000; at += 1_000) {
                expected.add(DomainName.parse("ns" + at % 7 + ".provider.net"));
            }
            assertThat(index.find(DomainName.parse("zone" + i + ".lab"))).containsExactlyInAnyOrderElementsOf(expected);
        }
        assertThat(index.isWhole()).isTrue();
        assertThat(index.octets()).isPositive();
    }
}
