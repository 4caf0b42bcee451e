package org.zonedrift.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zonedrift.verdict.Situation.soa;

import org.junit.jupiter.api.Test;
import org.zonedrift.probe.Outcome;
import org.zonedrift.zone.NameServer;
import org.zonedrift.zone.SoaRecord;

/** The table of verdicts, row by row. */
class VerdictTest {

    private static final SoaRecord OLD = soa("ns1.t.lab", "hostmaster.t.lab", 2024010101);
    private static final SoaRecord NEW = soa("ns1.t.lab", "hostmaster.t.lab", 2024010102);

    @Test
    void serversThatShowOneSerialAreConsistent() {
        assertRuling(twoServers(NEW, NEW), Verdict.CONSISTENT, Reason.NONE);
    }

    @Test
    void serversOfOneSourceThatShowTwoSerialsMismatch() {
        assertRuling(twoServers(NEW, OLD), Verdict.MISMATCH, Reason.WITHIN_SOURCE);
    }

    @Test
    void independentSourcesAreNotMismatchedSecondaries() {
        Situation zone = Situation.of("t.lab")
                .says("ns1.prova.lab", "192.0.2.1", soa("ns1.prova.lab", "dns.prova.lab", 2024010101))
                .says("ns1.provb.lab", "192.0.2.2", soa("ns1.provb.lab", "dns.provb.lab", 1741478400));
        assertRuling(zone, Verdict.MISMATCH_SOURCES, Reason.NONE);
    }

    @Test
    void aServerThatIsSilentMakesAConsistentZonePartial() {
        assertRuling(
                twoServers(NEW, NEW).fails("ns3.t.lab", "192.0.2.3", Outcome.TIMEOUT),
                Verdict.CONSISTENT_PARTIAL,
                Reason.UNREACHABLE);
    }

    @Test
    void aServerWithoutAddressMakesAConsistentZonePartial() {
        assertRuling(
                twoServers(NEW, NEW).hasNoAddress("ns3.t.lab", NameServer.Trouble.NXDOMAIN),
                Verdict.CONSISTENT_PARTIAL,
                Reason.NO_ADDRESS);
    }

    @Test
    void aFamilyThatIsSwitchedOffDoesNotDemote() {
        assertRuling(
                twoServers(NEW, NEW).fails("ns1.t.lab", "2001:db8::1", Outcome.SKIPPED_FAMILY),
                Verdict.CONSISTENT,
                Reason.NONE);
    }

    @Test
    void aZoneWhoseServersAllRefuseIsUnserved() {
        assertRuling(
                Situation.of("t.lab")
                        .fails("ns1.t.lab", "192.0.2.1", Outcome.REFUSED)
                        .fails("ns2.t.lab", "192.0.2.2", Outcome.REFUSED),
                Verdict.UNSERVED,
                Reason.ALL_LAME);
    }

    private static Situation twoServers(SoaRecord first, SoaRecord second) {
        return Situation.of("t.lab").says("ns1.t.lab", "192.0.2.1", first).says("ns2.t.lab", "192.0.2.2", second);
    }

    private static void assertRuling(Situation situation, Verdict verdict, Reason reason) {
        Judgement judgement = situation.judged();
        assertThat(judgement.verdict()).isEqualTo(verdict);
        assertThat(judgement.reason()).isEqualTo(reason);
    }
}
