package org.zonedrift.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zonedrift.verdict.Situation.soa;
import static org.zonedrift.verdict.Situation.timed;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.zonedrift.probe.Outcome;
import org.zonedrift.zone.SoaRecord;

/** What each situation suggests to do. */
class AdviceTest {

    private static final String MAIL = "hostmaster.t.lab";

    @Test
    void aHealthyZoneNeedsNoAdvice() {
        assertThat(causes(Situation.showing(2024010102, 2024010102))).isEmpty();
    }

    @Test
    void aSecondaryThatIsLateByItsDatesDoesNotRefresh() {
        List<Advice.Suggestion> advice =
                Advice.on(Situation.showing(2024010201, 2024010101).judged());
        assertThat(advice).extracting(Advice.Suggestion::cause).containsExactly(Advice.SECONDARY_DOES_NOT_REFRESH);
        assertThat(advice.get(0).sentence())
                .startsWith("ns2.t.lab has not picked up 2024010201 for at least 1,051 days: check that");
    }

    @Test
    void aFreshChangeMayStillBeOnItsWay() {
        List<Advice.Suggestion> advice = Advice.on(Situation.showing(7, 5).judged());
        assertThat(advice).extracting(Advice.Suggestion::cause).containsExactly(Advice.STILL_PROPAGATING);
        assertThat(advice.get(0).sentence()).contains("look again in 3 h");
    }

    @Test
    void aPrimaryThatIsBehindMustCatchUp() {
        List<Advice.Suggestion> advice = Advice.on(Situation.showing(10, 12, 12).judged());
        assertThat(advice).extracting(Advice.Suggestion::cause).containsExactly(Advice.PRIMARY_IS_OLDER);
        assertThat(advice.get(0).sentence()).contains("raise its serial above 12;");
    }

    @Test
    void aSerialThatWasLoweredNeedsALegalWay() {
        List<Advice.Suggestion> advice =
                Advice.on(Situation.showing(5, 2024010101).judged());
        assertThat(advice).extracting(Advice.Suggestion::cause).containsExactly(Advice.SERIAL_WAS_LOWERED);
        assertThat(advice.get(0).sentence()).contains("`zonedrift serial plan 2024010101 5`");
    }

    @Test
    void changedDataUnderOneSerialIsAnEditWithoutIncrement() {
        SoaRecord soa = soa("ns1.t.lab", MAIL, 10);
        assertThat(causes(twoOf(soa, timed(soa, 7201, 3600, 1209600, 3600))))
                .containsExactly(Advice.EDITED_WITHOUT_SERIAL);
    }

    @Test
    void twoPrimariesNeverMatchByThemselves() {
        assertThat(causes(Situation.of("t.lab")
                        .says("ns1.prova.lab", "192.0.2.1", soa("ns1.prova.lab", "dns.prova.lab", 2024010101))
                        .says("ns1.provb.lab", "198.51.100.1", soa("ns1.provb.lab", "dns.provb.lab", 7))))
                .containsExactly(Advice.TWO_PRIMARIES);
    }

    @Test
    void aLeftoverOfAMigrationIsNamed() {
        Situation zone = Situation.of("t.lab")
                .says("ns1.t.lab", "192.0.2.1", soa("ns1.t.lab", MAIL, 12))
                .says("ns2.t.lab", "192.0.2.2", soa("ns1.t.lab", MAIL, 12))
                .says("ns3.t.lab", "192.0.2.3", soa("ns1.old.lab", MAIL, 10));
        List<Advice.Suggestion> advice = Advice.on(zone.judged());
        assertThat(advice).extracting(Advice.Suggestion::cause).containsExactly(Advice.WRONG_PRIMARY);
        assertThat(advice.get(0).sentence())
                .isEqualTo("ns3.t.lab shows another version of the zone (MNAME ns1.old.lab):"
                        + " remove it from the delegation or repoint it.");
    }

    @Test
    void aSerialThatNeverChangesSaysNothing() {
        assertThat(causes(Situation.showing(1, 1))).containsExactly(Advice.SERIAL_SAYS_NOTHING);
    }

    @Test
    void aServerThatLostTheZoneMayHaveLetItExpire() {
        SoaRecord soa = timed(soa("ns1.t.lab", MAIL, 12), 7200, 3600, 86_400, 3600);
        List<Advice.Suggestion> advice = Advice.on(twoOf(soa, soa)
                .fails("ns3.t.lab", "203.0.113.1", Outcome.SERVFAIL)
                .judged());
        assertThat(advice).extracting(Advice.Suggestion::cause).containsExactly(Advice.SECONDARY_EXPIRED);
        assertThat(advice.get(0).sentence()).startsWith("ns3.t.lab no longer serves the zone (EXPIRE 86400");
    }

    private static List<Advice> causes(Situation zone) {
        return Advice.on(zone.judged()).stream().map(Advice.Suggestion::cause).toList();
    }

    private static Situation twoOf(SoaRecord first, SoaRecord second) {
        return Situation.of("t.lab").says("ns1.t.lab", "192.0.2.1", first).says("ns2.t.lab", "198.51.100.1", second);
    }
}
