package org.zonedrift.delegation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.zonedrift.delegation.AddressBook.GluePolicy;
import org.zonedrift.wire.ResourceRecord;
import org.zonedrift.zone.Delegation;
import org.zonedrift.zone.Delegation.Standing;
import org.zonedrift.zone.DomainName;
import org.zonedrift.zone.NameServer;
import org.zonedrift.zone.NameServer.Trouble;

/** Zones that are broken, or made to turn us against somebody: how many packets that somebody saw. */
class HostileZonesTest {

    private static final String VICTIM = "192.0.2.66";

    private static List<String> addresses(NameServer server) {
        return server.addresses().stream()
                .map(located -> located.address().host())
                .toList();
    }

    /** Zones c1.lab to cN.lab, each served by a host in the next one; the last one has glue. */
    private static SmallLab chain(int length) {
        List<String> lines = new ArrayList<>(List.of("a.lab NS ns.c1.lab"));
        for (int i = 1; i < length; i++) {
            lines.add("c" + i + ".lab NS ns.c" + (i + 1) + ".lab");
        }
        lines.add("c" + length + ".lab NS ns.c" + length + ".lab");
        lines.add("ns.c" + length + ".lab A 192.0.2.100");
        SmallLab lab = new SmallLab(lines.toArray(String[]::new));
        for (int i = 1; i <= length; i++) {
            String server = chainHost(Math.min(i + 1, length), length);
            lab.internet.zone("c" + i + ".lab", server, "ns.c" + i + ".lab A " + chainHost(i, length));
        }
        return lab;
    }

    private static String chainHost(int index, int length) {
        return "192.0.2." + (index == length ? 100 : 100 + index);
    }

    @Test
    void T112_aGluelessChainOfThreeIsResolved() {
        SmallLab lab = chain(3);

        NameServer server = lab.locate(lab.find("a.lab")).get(0);

        assertThat(addresses(server)).containsExactly("192.0.2.101");
    }

    @Test
    void T112_aGluelessChainOfEightIsTooDeep() {
        SmallLab lab = chain(8);

        NameServer server = lab.locate(lab.find("a.lab")).get(0);

        assertThat(server.addresses()).isEmpty();
        assertThat(server.findings()).contains("ns-chain-too-deep");
    }

    @Test
    void aHostDeepInAChainIsStillFoundByWhoNeedsItDirectly() {
        SmallLab lab = chain(8);
        Delegation far = lab.find("a.lab");
        lab.locate(far);

        NameServer near =
                lab.locate(List.of(DomainName.parse("ns.c6.lab")), far).get(0);

        assertThat(addresses(near)).containsExactly("192.0.2.106");
    }

    @Test
    void T113_aReferralToManyNamesOfAVictimCostsItTenQuestionsAtMost() {
        List<String> lines = new ArrayList<>(List.of("victim.lab NS ns.victim.lab", "ns.victim.lab A " + VICTIM));
        IntStream.range(0, 100).forEach(i -> lines.add("evil.lab NS r" + i + ".victim.lab"));
        SmallLab lab = new SmallLab(lines.toArray(String[]::new));
        lab.internet.zone("victim.lab", VICTIM, "ns.victim.lab A " + VICTIM);

        List<NameServer> servers = lab.locate(lab.find("evil.lab"));

        assertThat(servers).hasSize(100);
        assertThat(servers)
                .filteredOn(server -> server.findings().contains("ns-count-capped"))
                .hasSize(80);
        assertThat(servers)
                .filteredOn(server -> server.findings().contains("nxns-suspected"))
                .hasSize(15);
        assertThat(servers)
                .filteredOn(server -> server.trouble() == Trouble.NXDOMAIN)
                .hasSize(5);
        assertThat(lab.internet.heardBy(VICTIM)).hasSizeLessThanOrEqualTo(10);
    }

    @Test
    void aVictimThatExistsButHasNoAddressesFaresNoWorse() {
        List<String> lines = new ArrayList<>(List.of("victim.lab NS ns.victim.lab", "ns.victim.lab A " + VICTIM));
        IntStream.range(0, 30).forEach(i -> lines.add("evil.lab NS r" + i + ".victim.lab"));
        SmallLab lab = new SmallLab(lines.toArray(String[]::new));
        lab.internet.server(
                VICTIM,
                question -> TinyInternet.reply(
                        0x0400, 0, List.of(), List.of(TinyInternet.soa(DomainName.parse("victim.lab"))), List.of()));

        lab.locate(lab.find("evil.lab"));

        assertThat(lab.internet.heardBy(VICTIM)).hasSizeLessThanOrEqualTo(10);
    }

    @Test
    void zonesThatFanOutThroughOthersStayWithinTheBudgetOfEachLookUp() {
        List<String> lines = new ArrayList<>();
        for (int zone = 0; zone < 60; zone++) {
            for (int host = 0; host < 20; host++) {
                lines.add("z" + zone + ".lab NS h" + host + ".z" + (zone * 20 + host + 1) % 60 + ".lab");
            }
        }
        SmallLab lab = new SmallLab(lines.toArray(String[]::new));
        Delegation delegation = lab.find("z0.lab");
        lab.internet.forgetQuestions();

        List<NameServer> servers = lab.locate(delegation);

        assertThat(servers).allSatisfy(server -> assertThat(server.addresses()).isEmpty());
        assertThat(lab.internet.heardByAll()).isLessThanOrEqualTo(5 * Budget.PER_HOST);
    }

    @Test
    void T110_hostsThatDoNotExistLeaveAZoneWithoutAddresses() {
        SmallLab lab = new SmallLab("a.lab NS ns1.gone.lab", "a.lab NS ns2.gone.lab");

        List<NameServer> servers = lab.locate(lab.find("a.lab"));

        assertThat(servers).extracting(NameServer::trouble).containsOnly(Trouble.NXDOMAIN);
    }

    @Test
    void T105_aHostInsideTheZoneWithoutGlueIsAskedOfTheOthers() {
        SmallLab lab = new SmallLab("a.lab NS ns1.a.lab", "a.lab NS ns2.a.lab", "ns1.a.lab A 192.0.2.1");
        lab.internet.zone("a.lab", "192.0.2.1", "ns1.a.lab A 192.0.2.1");

        NameServer missing = lab.locate(lab.find("a.lab")).get(1);

        assertThat(missing.findings()).containsExactly("glue-missing");
        assertThat(missing.trouble()).isEqualTo(Trouble.NXDOMAIN);
    }

    @Test
    void gluelessHostsInsideTheirOwnZoneAreOutOfReach() {
        SmallLab lab = new SmallLab("a.lab NS ns1.a.lab", "a.lab NS ns2.a.lab");

        List<NameServer> servers = lab.locate(lab.find("a.lab"));

        assertThat(servers).allSatisfy(server -> {
            assertThat(server.addresses()).isEmpty();
            assertThat(server.findings()).containsExactly("glue-missing");
        });
    }

    @Test
    void verifiedGlueThatDiffersIsToldAndBothAddressesKept() {
        SmallLab lab = new SmallLab(GluePolicy.VERIFY, "a.lab NS ns1.a.lab", "ns1.a.lab A 192.0.2.1");
        lab.internet.zone("a.lab", "192.0.2.1", "ns1.a.lab A 192.0.2.2");

        NameServer server = lab.locate(lab.find("a.lab")).get(0);

        assertThat(server.findings()).containsExactly("glue-mismatch");
        assertThat(addresses(server)).containsExactly("192.0.2.1", "192.0.2.2");
    }

    @Test
    void referralsUpwardAndSidewaysAreNotFollowed() {
        SmallLab lab = new SmallLab("good.lab NS ns.good.lab", "ns.good.lab A 192.0.2.9");
        List<ResourceRecord> upward = List.of(TinyInternet.record(". NS a.root"));
        List<ResourceRecord> sideways = List.of(TinyInternet.record("other.lab NS ns.evil.lab"));
        lab.internet.server(SmallLab.LAB_SERVER, question -> TinyInternet.reply(0, 0, List.of(), upward, List.of()));
        lab.internet.server(
                SmallLab.LAB_SERVER_2, question -> TinyInternet.reply(0, 0, List.of(), sideways, List.of()));

        Delegation found = lab.find("good.lab");

        assertThat(found.standing()).isEqualTo(Standing.PARENT_LAME);
        assertThat(lab.internet.heardBy(SmallLab.ROOT_SERVER)).containsExactly(". NS", "lab A");
    }

    @Test
    void glueOutsideTheParentIsDropped() {
        SmallLab lab = new SmallLab();
        List<ResourceRecord> cut =
                List.of(TinyInternet.record("a.lab NS ns.a.lab"), TinyInternet.record("a.lab NS ns.bank.example"));
        List<ResourceRecord> glue = List.of(
                TinyInternet.record("ns.a.lab A 192.0.2.1"),
                TinyInternet.record("ns.bank.example A 192.0.2.66"),
                TinyInternet.record("ns.unasked.lab A 192.0.2.66"));
        TinyInternet.Speech poison = question -> TinyInternet.reply(0, 0, List.of(), cut, glue);
        lab.internet.server(SmallLab.LAB_SERVER, poison).server(SmallLab.LAB_SERVER_2, poison);

        assertThat(lab.find("a.lab").glue())
                .extracting(entry -> entry.address().host())
                .containsExactly("192.0.2.1");
    }

    @Test
    void aParentThatServesTheChildIsAskedTwiceMore() {
        SmallLab lab = new SmallLab("a.lab NS ns.a.lab");
        TinyInternet.Speech both = question ->
                TinyInternet.reply(0x0400, 0, List.of(TinyInternet.record("a.lab NS ns.a.lab")), List.of(), List.of());
        lab.internet.server(SmallLab.LAB_SERVER, both);

        Delegation seen = lab.find("a.lab");
        assertThat(seen.parentNs()).as("the other server shows the cut").containsExactly(DomainName.parse("ns.a.lab"));

        lab.internet.server(SmallLab.LAB_SERVER_2, both);
        Delegation hidden = lab.find("a.lab");
        assertThat(hidden.parentNs()).isNull();
        assertThat(hidden.childNs()).containsExactly(DomainName.parse("ns.a.lab"));
        assertThat(hidden.findings()).containsExactly("parent-serves-child");
    }

    @Test
    void aDenialOnTheWayIsNotBelievedBeforeTheWholeNameIsAsked() {
        SmallLab lab = new SmallLab("b.ent.lab NS ns.b.ent.lab", "ns.b.ent.lab A 192.0.2.1");
        TinyInternet.Speech broken = question -> question.name().labelCount() == 2
                ? TinyInternet.reply(
                        0x0400, 3, List.of(), List.of(TinyInternet.soa(DomainName.parse("lab"))), List.of())
                : TinyInternet.reply(
                        0, 0, List.of(), List.of(TinyInternet.record("b.ent.lab NS ns.b.ent.lab")), List.of());
        lab.internet.server(SmallLab.LAB_SERVER, broken).server(SmallLab.LAB_SERVER_2, broken);

        assertThat(lab.find("b.ent.lab").standing()).isEqualTo(Standing.DELEGATED);
    }

    @Test
    void aNameOfAHundredLabelsCostsFewQuestions() {
        SmallLab lab = new SmallLab("x NS ns.x");
        String name = "a.".repeat(100) + "x.lab";

        lab.find(name);

        assertThat(lab.internet.heardByAll()).isLessThanOrEqualTo(13);
    }
}
