package org.zonedrift.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.zonedrift.operator.Operators;

/** The short way of plain zones comes to what the long one of all others comes to. */
class PlainZoneTest {

    private static final int ZONES = 12_000;

    /** Of so many that are plain, or nearly, some hundred must be plain, or the test shows nothing. */
    private static final int PLAIN_MIN = 300;

    @Test
    void aPlainZoneIsJudgedAsItWouldBeAsACase() {
        TwinZones zones = new TwinZones(7);
        Judge judge = new Judge(Operators.bundled());
        int plain = 0;
        for (int i = 0; i < ZONES; i++) {
            Evidence zone = zones.next();
            plain += PlainZone.of(zone, Operators.bundled()) == null ? 0 : 1;
            assertThat(judge.judge(zone).equals(Judge.judge(new Case(zone, Operators.bundled()))))
                    .as("zone %d", i)
                    .isTrue();
        }
        assertThat(plain).isGreaterThan(PLAIN_MIN);
    }
}
