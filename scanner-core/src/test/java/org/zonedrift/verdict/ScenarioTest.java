package org.zonedrift.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zonedrift.verdict.Situation.NOW_SECONDS;
import static org.zonedrift.verdict.Situation.later;
import static org.zonedrift.verdict.Situation.seen;
import static org.zonedrift.verdict.Situation.soa;
import static org.zonedrift.verdict.Situation.timed;

import org.junit.jupiter.api.Test;
import org.zonedrift.probe.Outcome;
import org.zonedrift.zone.SerialNumber;
import org.zonedrift.zone.SerialScheme;
import org.zonedrift.zone.SoaRecord;

/** The scenarios of baseline zones and of serials that differ, as evidence; their ids are the published ones. */
class ScenarioTest {

    private static final String MAIL = "hostmaster.t.lab";

    @Test
    void primaryAndSecondaryInStep_T001() {
        Judgement judgement = Situation.showing(2024010102, 2024010102).judged();
        assertThat(judgement.verdict()).isEqualTo(Verdict.CONSISTENT);
        assertThat(judgement.serial().scheme().scheme()).isEqualTo(SerialScheme.DATE_NN);
        assertThat(judgement.raises(Flag.LAME_SERVER)).isFalse();
        assertThat(judgement.findings()).isEmpty();
    }

    @Test
    void anExampleMailboxIsAPlaceholder_T003() {
        SoaRecord soa = soa("ns1.example.test", "hostmaster.example.test", 2026051501);
        Judgement judgement = Situation.of("t003.lab")
                .says("ns1.t003.lab", "192.0.2.1", soa)
                .says("ns2.t003.lab", "198.51.100.1", soa)
                .judged();
        assertThat(judgement.verdict()).isEqualTo(Verdict.CONSISTENT);
        assertThat(judgement.raises(Flag.RNAME_PLACEHOLDER)).isTrue();
        assertThat(Mailbox.addressOf(soa.rname())).isEqualTo("hostmaster@example.test");
    }

    @Test
    void aWeekOfExpireIsShortButNotLow_T004() {
        SoaRecord soa = timed(soa("ns1.t.lab", MAIL, 2023090101), 3600, 900, 604800, 300);
        Judgement judgement = twoOf(soa, soa);
        assertThat(judgement.raises(Flag.EXPIRE_LOW)).isFalse();
        assertThat(judgement.raises(Flag.EXPIRE_BELOW_RFC1912)).isTrue();
    }

    @Test
    void dualStackCountsAddressesAndFamiliesMayBeOff_T005_T006() {
        SoaRecord soa = soa("ns1.t.lab", MAIL, 2024010102);
        Situation both = Situation.of("t.lab")
                .says("ns1.t.lab", "192.0.2.1", soa)
                .says("ns1.t.lab", "2001:db8::1", soa)
                .says("ns2.t.lab", "198.51.100.1", soa)
                .says("ns2.t.lab", "2001:db8:1::1", soa);
        assertThat(both.judged().counts().addresses()).isEqualTo(4);
        assertThat(both.judged().servers()).hasSize(4);
        Judgement four = both.fails("ns3.t.lab", "2001:db8:2::1", Outcome.SKIPPED_FAMILY)
                .says("ns3.t.lab", "203.0.113.1", soa)
                .judged();
        assertThat(four.verdict()).isEqualTo(Verdict.CONSISTENT);
        assertThat(four.raises(Flag.FAMILY_NOT_PROBED)).isTrue();
    }

    @Test
    void thirteenNamesWithTwoAddressesEachAreAllShown_T007() {
        Situation zone = Situation.of("t.lab");
        for (int i = 1; i <= 13; i++) {
            SoaRecord soa = soa("ns1.t.lab", MAIL, 5);
            zone.says("ns" + i + ".t.lab", "192.0.2." + i, soa).says("ns" + i + ".t.lab", "2001:db8::" + i, soa);
        }
        assertThat(zone.judged().verdict()).isEqualTo(Verdict.CONSISTENT);
        assertThat(zone.judged().servers()).hasSize(26);
        assertThat(zone.judged().raises(Flag.NS_COUNT_CAPPED)).isFalse();
    }

    @Test
    void aSingleServerIsOneAnswer_T008() {
        Judgement judgement = Situation.showing(5).judged();
        assertThat(judgement.verdict()).isEqualTo(Verdict.ONE_ANSWER);
        assertThat(judgement.reason()).isEqualTo(Reason.SINGLE_ADDRESS);
        assertThat(judgement.findings()).contains(Flag.SINGLE_NS, Flag.SINGLE_ADDRESS);
    }

    @Test
    void aDeadServerLeavesOneAnswerOrAPartialAgreement_T009_T010() {
        Judgement one = Situation.showing(5)
                .fails("ns2.t.lab", "192.0.2.2", Outcome.NETWORK_ERROR)
                .judged();
        assertThat(one.verdict()).isEqualTo(Verdict.ONE_ANSWER);
        assertThat(one.reason()).isEqualTo(Reason.OTHERS_FAILED);
        Judgement partial = Situation.showing(5, 5)
                .fails("ns3.t.lab", "192.0.2.3", Outcome.TIMEOUT)
                .judged();
        assertThat(partial.verdict()).isEqualTo(Verdict.CONSISTENT_PARTIAL);
        assertThat(partial.raises(Flag.UNREACHABLE_SERVER)).isTrue();
        assertThat(partial.raises(Flag.LAME_SERVER)).isFalse();
    }

    @Test
    void oneRevisionBehindOnTheSameDayHasNoTimeLag_T020() {
        Judgement judgement = Situation.showing(2024010102, 2024010101).judged();
        assertThat(judgement.verdict()).isEqualTo(Verdict.MISMATCH);
        assertThat(judgement.reason()).isEqualTo(Reason.WITHIN_SOURCE);
        ServerRow second = judgement.servers().get(1);
        assertThat(second.position()).isEqualTo(Position.BEHIND);
        assertThat(second.lag()).isEqualTo(1);
        assertThat(judgement.serial().timeLag().lagSeconds()).isZero();
    }

    @Test
    void oneDayBehind_T021() {
        Judgement judgement = Situation.showing(2024010201, 2024010101).judged();
        assertThat(judgement.serial().lagMax()).isEqualTo(100);
        assertThat(judgement.serial().timeLag().lagSeconds()).isEqualTo(86_400);
        assertThat(judgement.serial().timeLag().staleAtLeastSeconds()).isEqualTo(90_885_600);
    }

    @Test
    void anHourBehindInUnixTime_T022() {
        Judgement judgement = Situation.showing(1741478400, 1741474800).judged();
        assertThat(judgement.serial().scheme().scheme()).isEqualTo(SerialScheme.UNIX);
        assertThat(judgement.serial().timeLag().lagSeconds()).isEqualTo(3600);
        assertThat(judgement.serial().timeLag().newestSeconds()).isEqualTo(1741478400);
    }

    @Test
    void counterHasNoTime_T023() {
        Judgement judgement = Situation.showing(7, 5).judged();
        assertThat(judgement.serial().lagMax()).isEqualTo(2);
        assertThat(judgement.serial().timeLag()).isNull();
    }

    @Test
    void serialsWrap_T024_T026_T027() {
        Judgement wrapped = Situation.showing(4294967295L, 3).judged();
        assertThat(wrapped.serial().order()).isEqualTo(SerialOrder.TOTAL);
        assertThat(wrapped.serial().newest()).isEqualTo(SerialNumber.of(3));
        assertThat(wrapped.serial().spread()).isEqualTo(4);
        assertThat(wrapped.servers().get(1).lag()).isEqualTo(-4);
        assertThat(Situation.showing(0, 2147483647L).judged().serial().newest())
                .isEqualTo(SerialNumber.of(2147483647L));
        assertThat(Situation.showing(0, 2147483649L).judged().serial().newest()).isEqualTo(SerialNumber.of(0));
    }

    @Test
    void halfTheCircleApartIsUndefined_T025() {
        Judgement judgement = Situation.showing(0, 2147483648L).judged();
        assertThat(judgement.verdict()).isEqualTo(Verdict.MISMATCH);
        assertThat(judgement.serial().order()).isEqualTo(SerialOrder.UNDEFINED);
        assertThat(judgement.serial().newest()).isNull();
        assertThat(judgement.serial().reference().kind()).isEqualTo(Reference.Kind.MNAME);
        assertThat(judgement.servers().get(1).position()).isEqualTo(Position.INCOMPARABLE);
        assertThat(judgement.servers().get(1).lag()).isEqualTo(ServerRow.NO_LAG);
        assertThat(judgement.raises(Flag.SERIAL_ORDER_UNDEFINED)).isTrue();
    }

    @Test
    void withoutItsPrimaryTheNewestIsTheReference_T029() {
        Situation zone = Situation.of("t.lab");
        for (int i = 1; i <= 5; i++) {
            zone.says("ns" + i + ".t.lab", "192.0.2." + i, soa("hidden.t.lab", MAIL, i <= 3 ? 11 : 10));
        }
        Judgement judgement = zone.primary("hidden.t.lab", seen("203.0.113.9", Outcome.TIMEOUT, null))
                .judged();
        assertThat(judgement.serial().reference().kind()).isEqualTo(Reference.Kind.MAX);
        assertThat(judgement.servers().stream().filter(row -> row.position() == Position.BEHIND))
                .hasSize(2);
        assertThat(judgement.raises(Flag.MNAME_NOT_IN_NS)).isTrue();
        assertThat(judgement.raises(Flag.MNAME_UNREACHABLE)).isTrue();
    }

    @Test
    void aPrimaryMayBeOlderThanItsSecondaries_T030() {
        Judgement judgement = Situation.showing(10, 12, 12).judged();
        assertThat(judgement.serial().reference().kind()).isEqualTo(Reference.Kind.MNAME);
        assertThat(judgement.raises(Flag.MNAME_BEHIND)).isTrue();
        assertThat(judgement.servers().get(1).position()).isEqualTo(Position.AHEAD);
        assertThat(judgement.servers().get(1).lag()).isEqualTo(-2);
    }

    @Test
    void aHiddenPrimaryThatIsNewerNeverCounts_T031() {
        SoaRecord shown = soa("hidden.t.lab", MAIL, 10);
        Judgement judgement = Situation.of("t.lab")
                .says("ns1.t.lab", "192.0.2.1", shown)
                .says("ns2.t.lab", "198.51.100.1", shown)
                .primary("hidden.t.lab", seen("203.0.113.9", Outcome.OK, soa("hidden.t.lab", MAIL, 11)))
                .judged();
        assertThat(judgement.verdict()).isEqualTo(Verdict.CONSISTENT);
        assertThat(judgement.primaries().get(0).position()).isEqualTo(Position.AHEAD);
        assertThat(judgement.raises(Flag.MNAME_NOT_IN_NS)).isTrue();
        assertThat(judgement.raises(Flag.ALL_BEHIND_MNAME)).isTrue();
    }

    @Test
    void oneNameMayDisagreeWithItselfAcrossFamilies_T032() {
        Judgement judgement = Situation.of("t.lab")
                .says("ns1.t.lab", "192.0.2.1", soa("ns1.t.lab", MAIL, 10))
                .says("ns1.t.lab", "2001:db8::1", soa("ns1.t.lab", MAIL, 11))
                .judged();
        assertThat(judgement.verdict()).isEqualTo(Verdict.MISMATCH);
        assertThat(judgement.raises(Flag.IPV4_IPV6_DISAGREE)).isTrue();
    }

    @Test
    void timersMayDifferUnderOneSerial_T035() {
        SoaRecord soa = soa("ns1.t.lab", MAIL, 10);
        Judgement judgement = twoOf(soa, timed(soa, 7201, 3600, 1209600, 3600));
        assertThat(judgement.verdict()).isEqualTo(Verdict.CONSISTENT);
        assertThat(judgement.findings()).contains(Flag.SOA_TIMERS_DIFFER, Flag.SAME_SERIAL_DIFFERENT_SOA);
        assertThat(judgement.soaDiff()).containsExactly(SoaField.REFRESH);
    }

    @Test
    void theCaseOfAMailboxDoesNotMatter_T036() {
        Judgement judgement = twoOf(soa("ns1.t.lab", "hostmaster.T.lab", 10), soa("ns1.t.lab", MAIL, 10));
        assertThat(judgement.raises(Flag.RNAME_DIFFERS)).isFalse();
        assertThat(judgement.sources()).hasSize(1);
    }

    @Test
    void serialsThatAreTheTimeOfTheQueryAgree_T037() {
        Judgement judgement = Situation.of("t.lab")
                .says("ns1.t.lab", "192.0.2.1", soa("ns1.t.lab", MAIL, NOW_SECONDS))
                .sees("ns2.t.lab", later(seen("192.0.2.2", Outcome.OK, soa("ns1.t.lab", MAIL, NOW_SECONDS + 1)), 1))
                .judged();
        assertThat(judgement.verdict()).isEqualTo(Verdict.CONSISTENT);
        assertThat(judgement.raises(Flag.CLOCK_SERIAL)).isTrue();
    }

    @Test
    void serversThatEachNameThemselvesAreSeveralMasters_T038() {
        Judgement judgement = twoOf(soa("ns1.t.lab", MAIL, 10), soa("ns2.t.lab", MAIL, 12));
        assertThat(judgement.verdict()).isEqualTo(Verdict.MISMATCH);
        assertThat(judgement.reason()).isEqualTo(Reason.ACROSS_SOURCES);
        assertThat(judgement.findings()).contains(Flag.MNAME_DIFFERS, Flag.MNAME_IS_SELF);
    }

    private static Judgement twoOf(SoaRecord first, SoaRecord second) {
        return Situation.of("t.lab")
                .says("ns1.t.lab", "192.0.2.1", first)
                .says("ns2.t.lab", "198.51.100.1", second)
                .judged();
    }
}
