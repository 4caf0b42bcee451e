package org.zonedrift.delegation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.zonedrift.zone.DomainName;

class VictimLimitTest {

    private static final long SECOND = 1_000_000_000L;
    private static final long START = 1_795_168_800L * SECOND;

    private static DomainName host(int number, String domain) {
        return DomainName.parse("h" + number + "." + domain);
    }

    @Test
    void aDomainIsAskedSixHundredQuestionsAMinuteAtMost() {
        VictimLimit limit = VictimLimit.usual(DomainName::parent);
        int[] questions = new int[11];

        for (int i = 0; i < 2_000; i++) {
            long departs = limit.waitNanos(host(i, "victim.lab"), 2, START);
            questions[(int) Math.min(10, departs / (60 * SECOND))] += 2;
        }

        assertThat(questions[0]).isBetween(550, 600);
        assertThat(questions[1]).isBetween(545, 555);
    }

    @Test
    void otherDomainsDoNotWait() {
        VictimLimit limit = VictimLimit.usual(DomainName::parent);
        for (int i = 0; i < 2_000; i++) {
            limit.waitNanos(host(i, "victim.lab"), 2, START);
        }

        assertThat(limit.waitNanos(host(1, "other.lab"), 2, START)).isZero();
    }

    @Test
    void withoutTheLimitNobodyWaits() {
        for (int i = 0; i < 2_000; i++) {
            assertThat(VictimLimit.none().waitNanos(host(i, "victim.lab"), 2, START))
                    .isZero();
        }
    }
}
