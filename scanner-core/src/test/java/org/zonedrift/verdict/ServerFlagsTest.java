package org.zonedrift.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zonedrift.verdict.Situation.seen;
import static org.zonedrift.verdict.Situation.soa;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zonedrift.probe.Observation;
import org.zonedrift.probe.Outcome;
import org.zonedrift.wire.Edns;
import org.zonedrift.zone.SoaRecord;

/** When the flags about single servers are raised, and when they are not. */
class ServerFlagsTest {

    /** It expires after 1209600 seconds; a seventh of that is imminent. */
    private static final SoaRecord SOA = soa("ns1.t.lab", "hostmaster.t.lab", 5);

    /** What the addresses of one name say, IPv4 before the bar and IPv6 after it. */
    @ParameterizedTest
    @CsvSource({
        "OK / OK, false",
        "OK / TIMEOUT, true",
        "TIMEOUT / OK, true",
        "OK OK / REFUSED REFUSED, true",
        "OK OK / REFUSED OK, false",
        "OK TIMEOUT / TIMEOUT, false",
        "TIMEOUT / TIMEOUT, false",
        "OK / SKIPPED_FAMILY, false",
        "TIMEOUT / SKIPPED_FAMILY, false",
        "OK / SKIPPED_FAMILY TIMEOUT, true"
    })
    void aNameServedOverOneFamilyOnlyIsTold(String outcomes, boolean told) {
        Situation zone = Situation.of("t.lab").says("ns9.t.lab", "203.0.113.9", SOA);
        String[] families = outcomes.split(" / ");
        add(zone, "192.0.2.", families[0]);
        add(zone, "2001:db8::", families[1]);
        assertThat(zone.judged().raises(Flag.IPV4_IPV6_REACH_DIFFER)).isEqualTo(told);
    }

    private static void add(Situation zone, String prefix, String outcomes) {
        int host = 0;
        for (String outcome : outcomes.split(" ")) {
            Outcome what = Outcome.valueOf(outcome);
            zone.sees("ns1.t.lab", seen(prefix + ++host, what, what.isUsable() ? SOA : null));
        }
    }

    @ParameterizedTest
    @CsvSource({"-1, false", "0, true", "100000, true", "1209600, false"})
    void aCopyThatSoonExpiresIsTold(long left, boolean told) {
        Judgement judgement = Situation.of("t.lab")
                .sees("ns1.t.lab", with(seen("192.0.2.1", Outcome.OK, SOA), edns(left, null), null))
                .says("ns2.t.lab", "198.51.100.1", SOA)
                .judged();
        assertThat(judgement.raises(Flag.EXPIRE_IMMINENT)).isEqualTo(told);
        assertThat(judgement.raises(Flag.NSID_PRESENT)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"a, a, false", "a, b, true", "a, , false", ", b, false", ", , false"})
    void dataThatDiffersUnderOneSerialIsTold(@Nullable String one, @Nullable String other, boolean told) {
        Judgement judgement = Situation.of("t.lab")
                .sees("ns1.t.lab", with(seen("192.0.2.1", Outcome.OK, SOA), null, one))
                .sees("ns2.t.lab", with(seen("198.51.100.1", Outcome.OK, SOA), null, other))
                .judged();
        assertThat(judgement.raises(Flag.DATA_DIFFERS)).isEqualTo(told);
    }

    @Test
    void whatServersOfferIsTold() {
        Judgement plain = Situation.showing(5, 5).judged();
        assertThat(plain.raises(Flag.NSID_PRESENT)).isFalse();
        assertThat(plain.raises(Flag.FAMILY_NOT_PROBED)).isFalse();
        Judgement named = Situation.of("t.lab")
                .sees("ns1.t.lab", with(seen("192.0.2.1", Outcome.OK, SOA), edns(-1, new byte[] {7}), null))
                .says("ns2.t.lab", "198.51.100.1", SOA)
                .judged();
        assertThat(named.raises(Flag.NSID_PRESENT)).isTrue();
        assertThat(named.raises(Flag.EXPIRE_IMMINENT)).isFalse();
    }

    private static Edns edns(long expires, byte @Nullable [] nsid) {
        return new Edns(1232, 0, 0, nsid, null, expires, List.of());
    }

    private static Observation with(Observation seen, @Nullable Edns edns, @Nullable String hash) {
        return new Observation(
                seen.server(),
                seen.outcome(),
                seen.rcode(),
                seen.authoritative(),
                seen.recursionAvailable(),
                seen.soa(),
                seen.apexNs(),
                edns,
                seen.size(),
                seen.course(),
                seen.flags(),
                seen.error(),
                hash == null ? null : new Observation.Kept(hash, null));
    }
}
