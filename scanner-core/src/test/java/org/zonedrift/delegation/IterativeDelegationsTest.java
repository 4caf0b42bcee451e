package org.zonedrift.delegation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.zonedrift.exchange.Answer;
import org.zonedrift.zone.Delegation;
import org.zonedrift.zone.Delegation.Standing;
import org.zonedrift.zone.DomainName;

class IterativeDelegationsTest {

    @Test
    void aDelegatedZoneHasTheParentsSetAndGlue() {
        SmallLab lab = new SmallLab(
                "example.lab NS ns1.example.lab", "example.lab NS ns.other.lab", "ns1.example.lab A 192.0.2.1");

        Delegation found = lab.find("example.lab");

        assertThat(found.standing()).isEqualTo(Standing.DELEGATED);
        assertThat(found.parentNs())
                .containsExactlyInAnyOrder(DomainName.parse("ns1.example.lab"), DomainName.parse("ns.other.lab"));
        assertThat(found.glue()).extracting(glue -> glue.address().host()).containsExactly("192.0.2.1");
        assertThat(found.source().parentZone()).isEqualTo(DomainName.parse("lab"));
        assertThat(found.source().nsTtl()).isEqualTo(3600);
    }

    @Test
    void theRootIsAskedOncePerTldAndTheTldOncePerZone() {
        SmallLab lab = new SmallLab("a.lab NS ns.a.lab", "ns.a.lab A 192.0.2.1", "b.lab NS ns.a.lab");

        lab.find("a.lab");
        lab.find("b.lab");

        assertThat(lab.internet.heardBy(SmallLab.ROOT_SERVER)).containsExactly(". NS", "lab A");
        assertThat(lab.labHeard()).isEqualTo(2);
    }

    @Test
    void T117_aNameThatDoesNotExistIsDeniedByTheParent() {
        Delegation found = new SmallLab("a.lab NS ns.a.lab").find("missing.lab");

        assertThat(found.standing()).isEqualTo(Standing.DENIED_BY_PARENT);
        assertThat(found.source().rcode()).isEqualTo("NXDOMAIN");
        assertThat(found.source().enclosingZone()).isEqualTo(DomainName.parse("lab"));
    }

    @Test
    void T116_aNameWithoutACutLiesInsideItsParent() {
        Delegation found = new SmallLab("www.lab A 192.0.2.1").find("www.lab");

        assertThat(found.standing()).isEqualTo(Standing.INSIDE_ZONE);
        assertThat(found.source().enclosingZone()).isEqualTo(DomainName.parse("lab"));
    }

    @Test
    void anAliasAtTheParentIsNoZone() {
        assertThat(new SmallLab("www.lab CNAME a.lab").find("www.lab").standing())
                .isEqualTo(Standing.CNAME);
        assertThat(new SmallLab("old.lab DNAME a.lab").find("x.old.lab").standing())
                .isEqualTo(Standing.DNAME);
    }

    @Test
    void T118_silentParentsLeaveTheDelegationUnknown() {
        SmallLab lab = new SmallLab();
        lab.internet.server(SmallLab.LAB_SERVER, question -> TinyInternet.silence());
        lab.internet.server(SmallLab.LAB_SERVER_2, question -> TinyInternet.silence());

        Delegation found = lab.find("example.lab");

        assertThat(found.standing()).isEqualTo(Standing.PARENT_UNREACHABLE);
        assertThat(found.source().error()).contains("lab");
    }

    private static Answer foreignRecords() {
        return TinyInternet.reply(
                0x0400, 0, List.of(TinyInternet.record("elsewhere.lab A 192.0.2.1")), List.of(), List.of());
    }

    @Test
    void authoritativeRecordsOfAnotherNameAreNoWordOnThisOne() {
        SmallLab lab = new SmallLab("example.lab NS ns.example.lab", "ns.example.lab A 192.0.2.1");
        lab.internet.server(SmallLab.LAB_SERVER, question -> foreignRecords());

        assertThat(lab.find("example.lab").standing()).isEqualTo(Standing.DELEGATED);

        lab.internet.server(SmallLab.LAB_SERVER_2, question -> foreignRecords());

        assertThat(lab.find("example.lab").standing()).isEqualTo(Standing.PARENT_LAME);
        assertThat(lab.find("other.lab").standing()).isEqualTo(Standing.PARENT_LAME);
    }

    @Test
    void parentsThatRefuseAreLame() {
        SmallLab lab = new SmallLab();
        lab.internet.server(SmallLab.LAB_SERVER, question -> TinyInternet.rcode(5));
        lab.internet.server(SmallLab.LAB_SERVER_2, question -> TinyInternet.silence());

        assertThat(lab.find("example.lab").standing()).isEqualTo(Standing.PARENT_LAME);
    }

    @Test
    void anotherParentServerAnswersWhereOneFails() {
        SmallLab lab = new SmallLab("a.lab NS ns.a.lab", "b.lab NS ns.a.lab", "c.lab NS ns.a.lab");
        lab.internet.server(SmallLab.LAB_SERVER, question -> TinyInternet.rcode(2));

        assertThat(lab.find("a.lab").standing()).isEqualTo(Standing.DELEGATED);
        assertThat(lab.find("b.lab").standing()).isEqualTo(Standing.DELEGATED);
        assertThat(lab.find("c.lab").standing()).isEqualTo(Standing.DELEGATED);
    }

    @Test
    void T013_theRootAndATldAreZonesLikeOthers() {
        SmallLab lab = new SmallLab();

        assertThat(lab.find(".").nameServers()).containsExactly(DomainName.parse("a.root"));
        assertThat(lab.find("lab").nameServers()).hasSize(2);
        assertThat(lab.find("lab").source().parentZone()).isEqualTo(DomainName.ROOT);
    }

    @Test
    void theRootTellsWhoServesItAndTheHintsAreForgotten() {
        SmallLab lab = new SmallLab("a.lab NS ns.a.lab");
        lab.internet.zone(".", "192.0.2.250", "lab NS ns1.nic.lab", "ns1.nic.lab A " + SmallLab.LAB_SERVER);
        lab.internet.server(
                SmallLab.ROOT_SERVER,
                question -> TinyInternet.reply(
                        0x0400,
                        0,
                        List.of(TinyInternet.record(". NS b.root")),
                        List.of(),
                        List.of(TinyInternet.record("b.root A 192.0.2.250"))));

        assertThat(lab.find("a.lab").standing()).isEqualTo(Standing.DELEGATED);
        assertThat(lab.internet.heardBy(SmallLab.ROOT_SERVER)).containsExactly(". NS");
        assertThat(lab.internet.heardBy("192.0.2.250")).containsExactly("lab A");
    }

    @Test
    void aRootOutOfReachIsToldAndNotPrimedForEveryZone() {
        SmallLab lab = new SmallLab();
        lab.internet.server(SmallLab.ROOT_SERVER, question -> TinyInternet.silence());

        assertThat(lab.find("a.lab").standing()).isEqualTo(Standing.PARENT_UNREACHABLE);
        lab.find("b.lab");

        assertThat(lab.internet.heardBy(SmallLab.ROOT_SERVER)).containsOnlyOnce(". NS");
    }

    @Test
    void whereTheServersWithGlueFailTheOthersAreLookedFor() {
        SmallLab lab = new SmallLab(
                "sub.lab NS ns1.sub.lab",
                "sub.lab NS ns.other.lab",
                "ns1.sub.lab A 192.0.2.1",
                "other.lab NS ns0.other.lab",
                "ns0.other.lab A 192.0.2.2");
        lab.internet.zone("other.lab", "192.0.2.2", "ns.other.lab A 192.0.2.3");
        lab.internet.zone("sub.lab", "192.0.2.3", "zone.sub.lab NS ns.far.lab");

        assertThat(lab.find("zone.sub.lab").standing()).isEqualTo(Standing.DELEGATED);
    }
}
