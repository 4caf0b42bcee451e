package org.zonedrift.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.zonedrift.operator.Operators;
import org.zonedrift.zone.SoaRecord;

/** The short way of plain zones comes to what the long one of all others comes to. */
class PlainZoneTest {

    private static final int ZONES = 16_000;

    /** Of so many that are plain, or nearly, dozens must be plain of each verdict, or the test shows nothing. */
    private static final int PLAIN_MIN = 60;

    @Test
    void aPlainZoneIsJudgedAsItWouldBeAsACase() {
        TwinZones zones = new TwinZones(7);
        Judge judge = new Judge(Operators.bundled());
        Crews crews = new Crews(Operators.bundled());
        Map<Verdict, Integer> plain = new EnumMap<>(Verdict.class);
        for (int i = 0; i < ZONES; i++) {
            Evidence zone = zones.next();
            Judgement inFull = Judge.judge(new Case(zone, Operators.bundled()));
            assertThat(judge.judge(zone).equals(inFull)).as("zone %d", i).isTrue();
            if (PlainZone.of(zone, crews, Operators.bundled()) != null) {
                plain.merge(inFull.verdict(), 1, Integer::sum);
            }
        }
        assertThat(plain)
                .containsOnlyKeys(Verdict.CONSISTENT, Verdict.CONSISTENT_PARTIAL, Verdict.ONE_ANSWER, Verdict.UNSERVED);
        assertThat(plain.values()).allMatch(many -> many > PLAIN_MIN);
    }

    @Test
    void anAddressSharedWithAProviderIsTheProvidersOnBothWays() {
        SoaRecord soa = Situation.soa("a.u.lab", "dns.v.lab", 2026112001);
        Evidence zone = Situation.of("v.lab")
                .says("a.u.lab", "192.0.2.1", soa)
                .says("b.ns.cloudflare.com", "192.0.2.1", soa)
                .says("c.u.lab", "192.0.2.2", soa)
                .evidence();
        assertThat(new Judge(Operators.bundled()).judge(zone).servers())
                .extracting(ServerRow::operator)
                .containsExactly("cloudflare", "cloudflare", "u.lab");
    }
}
