package org.zonedrift.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zonedrift.verdict.Situation.soa;
import static org.zonedrift.verdict.Situation.timed;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.zonedrift.zone.DomainName;
import org.zonedrift.zone.SoaRecord;

/** What is found about the timers and the mailbox of a SOA record. */
class SoaFindingsTest {

    private static final SoaRecord PLAIN = soa("ns1.t.lab", "hostmaster.t.lab", 5);

    @Test
    void timersAreFoundExactlyAtTheirBounds_T151() {
        assertThat(found(7200, 3600, 1209600, 3600)).isEmpty();
        assertThat(found(1199, 600, 1209600, 3600)).containsExactly(Flag.REFRESH_LOW);
        assertThat(found(1200, 600, 1209600, 3600)).isEmpty();
        assertThat(found(86_401, 3600, 1209600, 3600)).containsExactly(Flag.REFRESH_HIGH);
        assertThat(found(3600, 3600, 1209600, 3600)).containsExactly(Flag.RETRY_NOT_LESS_THAN_REFRESH);
        assertThat(found(7200, 179, 1209600, 3600)).containsExactly(Flag.RETRY_LOW);
        assertThat(found(20_000, 14_401, 1209600, 3600)).containsExactly(Flag.RETRY_HIGH);
        assertThat(found(7200, 3600, 604_799, 3600)).containsExactly(Flag.EXPIRE_LOW, Flag.EXPIRE_BELOW_RFC1912);
        assertThat(found(7200, 3600, 604_800, 3600)).containsExactly(Flag.EXPIRE_BELOW_RFC1912);
        assertThat(found(7200, 3600, 2_419_201, 3600)).containsExactly(Flag.EXPIRE_HIGH);
        assertThat(found(7200, 3600, 1209600, 59)).containsExactly(Flag.MINIMUM_LOW);
        assertThat(found(7200, 3600, 1209600, 10_801)).containsExactly(Flag.MINIMUM_ABOVE_3H);
        assertThat(found(7200, 3600, 1209600, 86_401)).containsExactly(Flag.MINIMUM_ABOVE_3H, Flag.MINIMUM_HIGH);
    }

    @Test
    void zeroTimersAreFound_T151() {
        assertThat(found(0, 0, 0, 0))
                .containsExactlyInAnyOrder(
                        Flag.REFRESH_LOW,
                        Flag.RETRY_LOW,
                        Flag.RETRY_NOT_LESS_THAN_REFRESH,
                        Flag.EXPIRE_LOW,
                        Flag.EXPIRE_BELOW_RFC1912,
                        Flag.EXPIRE_NOT_ABOVE_REFRESH_PLUS_RETRY,
                        Flag.MINIMUM_LOW,
                        Flag.TIMER_ZERO);
    }

    @Test
    void whatAProviderGivesToEveryZoneIsNotHeldAgainstOne() {
        SoaRecord route53 =
                timed(soa("ns-1.awsdns-00.com", "awsdns-hostmaster.amazon.com", 1), 7200, 900, 300_000, 86400);
        Judgement usual = twoOf(timed(route53, 7200, 900, 1209600, 86400));
        assertThat(usual.raises(Flag.MINIMUM_ABOVE_3H)).isFalse();
        assertThat(twoOf(route53).raises(Flag.EXPIRE_LOW)).isTrue();
    }

    @Test
    void mailboxesAreReadFromTheirLabels_T152() {
        assertThat(mailFlags(".")).containsExactly(Flag.RNAME_ROOT);
        assertThat(mailFlags("a@b.lab")).contains(Flag.RNAME_AT_SIGN);
        assertThat(mailFlags("first\\.last.t.lab")).isEmpty();
        assertThat(mailFlags("root.localhost")).contains(Flag.RNAME_PLACEHOLDER);
        assertThat(mailFlags("root")).contains(Flag.RNAME_NO_DOMAIN);
        assertThat(mailFlags("root.t_1.lab")).containsExactly(Flag.RNAME_SYNTAX);
        assertThat(mailFlags("r\\200t.t.lab")).containsExactly(Flag.RNAME_SYNTAX);
    }

    @Test
    void mailboxesAreWrittenAsMailProgramsDo_T152() {
        assertThat(mailbox("first\\.last.t.lab")).isEqualTo("first.last@t.lab");
        assertThat(mailbox("odd\\ one.t.lab")).isEqualTo("\"odd one\"@t.lab");
        assertThat(mailbox("quo\\\"te.t.lab")).isEqualTo("\"quo\\\"te\"@t.lab");
        assertThat(mailbox(".")).isNull();
        assertThat(mailbox("root")).isNull();
    }

    private static String mailbox(String rname) {
        return Mailbox.addressOf(DomainName.parse(rname));
    }

    private static List<Flag> found(long refresh, long retry, long expire, long minimum) {
        Judgement judgement = twoOf(timed(PLAIN, refresh, retry, expire, minimum));
        return among(judgement, EnumSet.range(Flag.REFRESH_LOW, Flag.TIMER_MSB_SET));
    }

    private static List<Flag> mailFlags(String rname) {
        return among(twoOf(soa("ns1.t.lab", rname, 5)), EnumSet.range(Flag.RNAME_ROOT, Flag.RNAME_SYNTAX));
    }

    private static List<Flag> among(Judgement judgement, Set<Flag> wanted) {
        List<Flag> flags = new ArrayList<>(wanted);
        flags.removeIf(flag -> !judgement.raises(flag));
        return flags;
    }

    private static Judgement twoOf(SoaRecord soa) {
        return Situation.of("t.lab")
                .says("ns1.t.lab", "192.0.2.1", soa)
                .says("ns2.t.lab", "198.51.100.1", soa)
                .judged();
    }
}
