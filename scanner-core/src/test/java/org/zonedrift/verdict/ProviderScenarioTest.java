package org.zonedrift.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zonedrift.verdict.Situation.soa;
import static org.zonedrift.verdict.Situation.timed;

import org.junit.jupiter.api.Test;
import org.zonedrift.probe.Outcome;
import org.zonedrift.zone.NameServer;
import org.zonedrift.zone.SerialScheme;
import org.zonedrift.zone.SoaRecord;

/** The scenarios of several providers, of lame servers and of zones without an answer. */
class ProviderScenarioTest {

    private static final SoaRecord A = soa("ns1.prova.lab", "dns.prova.lab", 2026111900);
    private static final SoaRecord B = soa("ns1.provb.lab", "dns.provb.lab", 1795000000);

    @Test
    void twoProvidersEachOfOneMind_T040() {
        Judgement judgement = four(A, A, B, B);
        assertThat(judgement.verdict()).isEqualTo(Verdict.MISMATCH_SOURCES);
        assertThat(judgement.reason()).isEqualTo(Reason.NONE);
        assertThat(judgement.facts()).contains(Flag.MULTI_OPERATOR, Flag.MULTI_SOURCE);
        assertThat(judgement.findings()).contains(Flag.SCHEME_MIXED);
        assertThat(judgement.serial().order()).isEqualTo(SerialOrder.NOT_COMPARABLE);
        assertThat(judgement.serial().reference()).isEqualTo(Reference.NONE);
        assertThat(judgement.servers()).allMatch(row -> row.position() == null && row.lag() == ServerRow.NO_LAG);
        assertThat(judgement.soa()).isNull();
    }

    @Test
    void oneOfTwoProvidersDisagreesWithItself_T041() {
        Judgement judgement = four(A, A, B, soa("ns1.provb.lab", "dns.provb.lab", 1794000000));
        assertThat(judgement.verdict()).isEqualTo(Verdict.MISMATCH);
        assertThat(judgement.reason()).isEqualTo(Reason.ACROSS_SOURCES_AND_WITHIN);
        assertThat(judgement.sources()).extracting(SourceRow::isConsistent).containsExactly(true, false);
        assertThat(judgement.sources().get(1).serials().lagMax()).isEqualTo(1_000_000);
    }

    @Test
    void twoProvidersWithOneSerialAreConsistent_T042() {
        Judgement judgement = four(A, A, with(B, 2026111900), with(B, 2026111900));
        assertThat(judgement.verdict()).isEqualTo(Verdict.CONSISTENT);
        assertThat(judgement.raises(Flag.MULTI_SOURCE)).isTrue();
    }

    @Test
    void aSerialThatNeverChangesProvesNothing_T044() {
        Judgement judgement = four(with(A, 1), with(A, 1), with(A, 1), with(A, 1));
        assertThat(judgement.verdict()).isEqualTo(Verdict.CONSISTENT);
        assertThat(judgement.raises(Flag.UNINFORMATIVE_SERIAL)).isTrue();
        assertThat(judgement.serial().scheme().scheme()).isEqualTo(SerialScheme.FIXED);
    }

    @Test
    void aDeadProviderLeavesThePartialAgreementOfTheOther_T046() {
        Judgement judgement = Situation.of("t.lab")
                .says("ns1.prova.lab", "192.0.2.1", A)
                .says("ns2.prova.lab", "192.0.2.2", A)
                .fails("ns1.provb.lab", "198.51.100.1", Outcome.TIMEOUT)
                .fails("ns2.provb.lab", "198.51.100.2", Outcome.TIMEOUT)
                .judged();
        assertThat(judgement.verdict()).isEqualTo(Verdict.CONSISTENT_PARTIAL);
        assertThat(judgement.reason()).isEqualTo(Reason.UNREACHABLE);
    }

    @Test
    void timersDoNotMakeASource_T047() {
        Judgement judgement = four(A, A, timed(with(A, 2026111800), 9000, 3600, 1209600, 300), A);
        assertThat(judgement.verdict()).isEqualTo(Verdict.MISMATCH);
        assertThat(judgement.reason()).isEqualTo(Reason.WITHIN_SOURCE);
        assertThat(judgement.counts().sources()).isEqualTo(1);
        assertThat(judgement.counts().operators()).isEqualTo(2);
    }

    @Test
    void aLameServerLeavesOneAnswer_T050() {
        Judgement judgement = Situation.showing(5)
                .fails("ns2.t.lab", "192.0.2.2", Outcome.REFUSED)
                .judged();
        assertThat(judgement.verdict()).isEqualTo(Verdict.ONE_ANSWER);
        assertThat(judgement.raises(Flag.LAME_SERVER)).isTrue();
        assertThat(judgement.raises(Flag.UNREACHABLE_SERVER)).isFalse();
    }

    @Test
    void whyNobodyServesAZone_T051_T052_T053_T066() {
        assertThat(unserved(Outcome.REFUSED, Outcome.REFUSED)).isEqualTo(Reason.ALL_LAME);
        assertThat(unserved(Outcome.TIMEOUT, Outcome.TIMEOUT)).isEqualTo(Reason.ALL_UNREACHABLE);
        assertThat(unserved(Outcome.REFUSED, Outcome.TIMEOUT)).isEqualTo(Reason.MIXED);
        assertThat(unserved(Outcome.CNAME, Outcome.CNAME)).isEqualTo(Reason.CNAME_AT_APEX);
        assertThat(unserved(Outcome.SKIPPED_SPECIAL, Outcome.SKIPPED_SPECIAL)).isEqualTo(Reason.ALL_SKIPPED);
        assertThat(unserved(Outcome.SKIPPED_UNRESPONSIVE, Outcome.TIMEOUT)).isEqualTo(Reason.ALL_UNREACHABLE);
        assertThat(Situation.of("t.lab")
                        .hasNoAddress("ns1.t.lab", NameServer.Trouble.NXDOMAIN)
                        .judged()
                        .reason())
                .isEqualTo(Reason.NO_ADDRESS);
    }

    @Test
    void outcomesRaiseTheirOwnFlags_T056_T058() {
        assertThat(Situation.showing(5, 5)
                        .fails("ns3.t.lab", "192.0.2.3", Outcome.UPWARD_REFERRAL)
                        .fails("ns4.t.lab", "192.0.2.4", Outcome.NON_AUTHORITATIVE)
                        .judged()
                        .findings())
                .contains(Flag.UPWARD_REFERRAL, Flag.NON_AUTHORITATIVE, Flag.LAME_SERVER);
    }

    @Test
    void timersBeyondTheSignBitAreSeen_T076() {
        SoaRecord soa = timed(soa("ns1.t.lab", "hostmaster.t.lab", 0xffff_ffffL), 1L << 31, 3600, 1L << 31, 300);
        Judgement judgement = Situation.of("t.lab")
                .says("ns1.t.lab", "192.0.2.1", soa)
                .says("ns2.t.lab", "198.51.100.1", soa)
                .judged();
        assertThat(judgement.raises(Flag.TIMER_MSB_SET)).isTrue();
        assertThat(judgement.serial().newest().value()).isEqualTo(4294967295L);
    }

    @Test
    void anUnroutableFamilyIsNotTheServersFault_T163() {
        Judgement judgement = Situation.showing(5, 5)
                .fails("ns1.t.lab", "2001:db8::1", Outcome.SKIPPED_FAMILY)
                .judged();
        assertThat(judgement.verdict()).isEqualTo(Verdict.CONSISTENT);
    }

    @Test
    void aSecondaryThatShowsTheFormerPrimaryIsSuspected_T164() {
        SoaRecord former = soa("ns1.old.lab", "dns.old.lab", 2026010100);
        Judgement judgement = Situation.of("t.lab")
                .says("ns1.prova.lab", "192.0.2.1", A)
                .says("ns1.provb.lab", "198.51.100.1", former)
                .primaryWithout("ns1.old.lab", NameServer.Trouble.NXDOMAIN)
                .judged();
        assertThat(judgement.verdict()).isEqualTo(Verdict.MISMATCH_SOURCES);
        assertThat(judgement.raises(Flag.SOURCE_CHANGE_SUSPECTED)).isTrue();
    }

    @Test
    void theRefinementOfOwnNamesCountsOnlyWhoAnswers() {
        SoaRecord cloudflare = soa("gina.ns.cloudflare.com", "dns.cloudflare.com", 2300000000L);
        Judgement judgement = Situation.of("t.lab")
                .says("ns1.t.lab", "192.0.2.1", cloudflare)
                .says("ns2.t.lab", "198.51.100.1", cloudflare)
                .fails("ns3.t.lab", "203.0.113.1", Outcome.TIMEOUT)
                .judged();
        assertThat(judgement.servers()).extracting(ServerRow::operator).containsOnly("vanity:cloudflare");
        assertThat(judgement.raises(Flag.SINGLE_OPERATOR)).isTrue();
    }

    private static Reason unserved(Outcome first, Outcome second) {
        Judgement judgement = Situation.of("t.lab")
                .fails("ns1.t.lab", "192.0.2.1", first)
                .fails("ns2.t.lab", "192.0.2.2", second)
                .judged();
        assertThat(judgement.verdict()).isEqualTo(Verdict.UNSERVED);
        assertThat(judgement.serial()).isNull();
        return judgement.reason();
    }

    private static SoaRecord with(SoaRecord soa, long serial) {
        return soa(soa.mname().toString(), soa.rname().toString(), serial);
    }

    private static Judgement four(SoaRecord a1, SoaRecord a2, SoaRecord b1, SoaRecord b2) {
        return Situation.of("t.lab")
                .says("ns1.prova.lab", "192.0.2.1", a1)
                .says("ns2.prova.lab", "192.0.2.2", a2)
                .says("ns1.provb.lab", "198.51.100.1", b1)
                .says("ns2.provb.lab", "198.51.100.2", b2)
                .judged();
    }
}
