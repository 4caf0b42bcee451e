package org.zonedrift.flink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.zonedrift.exchange.Share;
import org.zonedrift.input.Target;
import org.zonedrift.input.Target.Line;
import org.zonedrift.zone.DomainName;
import org.zonedrift.zone.LimitGroup;

/** Whoever the subtasks are and wherever they run, together they have the limits once. */
class OwnershipTest {

    private static final int SUBTASKS = 5;
    private static final LimitGroup OPERATOR = LimitGroup.operator("cloudflare");
    private static final LimitGroup PREFIX = LimitGroup.prefixOf(new byte[] {(byte) 192, 0, 2, 1});

    @Test
    void aProcessHasTheShareOfItsSubtasks() {
        Share share = Ownership.NONE.share(Set.of(1, 4), SUBTASKS);
        assertThat(share.ofAll()).isEqualTo(0.4);
        assertThat(share.of(OPERATOR)).isEqualTo(0.4);
        assertThat(share.of(PREFIX)).isEqualTo(0.4);
    }

    @Test
    void theOwnerOfAnOperatorHasHalfOfItsLimitsAndAShareOfTheOtherHalf() {
        int owner = Ownership.ownerOf("cloudflare", SUBTASKS);
        assertThat(strict(owner).of(OPERATOR)).isEqualTo(0.6, within(1e-9));
        assertThat(strict((owner + 1) % SUBTASKS).of(OPERATOR)).isEqualTo(0.1, within(1e-9));
        assertThat(strict(owner).of(PREFIX)).isEqualTo(0.2);
        assertThat(strict(owner).ofAll()).isEqualTo(0.2);
    }

    @Test
    void allSharesOfAGroupAddUpToOne() {
        for (LimitGroup group : Set.of(OPERATOR, PREFIX)) {
            double sum = IntStream.range(0, SUBTASKS)
                    .mapToDouble(subtask -> strict(subtask).of(group))
                    .sum();
            assertThat(sum).isEqualTo(1, within(1e-9));
        }
    }

    @Test
    void zonesThatNobodyKnownServesAreSpreadByTheirNames() {
        long owners = IntStream.range(0, 100)
                .mapToObj(number -> Target.Zone.named(Line.numbered(number), DomainName.parse("z" + number + ".test")))
                .map(Ownership::keyOf)
                .map(key -> Ownership.ownerOf(key, SUBTASKS))
                .distinct()
                .count();
        assertThat(owners).isEqualTo(SUBTASKS);
    }

    private static Share strict(int subtask) {
        return Ownership.OPERATORS.share(Set.of(subtask), SUBTASKS);
    }
}
