package org.zonedrift.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.zonedrift.zone.LimitGroup;
import org.zonedrift.zone.LimitGroup.Kind;
import org.zonedrift.zone.ServerAddress;

/** Several scanners together ask nobody faster than one would. */
class ShareTest {

    private static final ServerAddress SERVER = ServerAddress.of(new byte[] {(byte) 192, 0, 2, 1}, 53);
    private static final ServerAddress OF_OPERATOR = SERVER.in(LimitGroup.operator("big"));

    @Test
    void aShareIsThatPartOfEveryLimit() {
        Limits limits = new Limits(Politeness.DEFAULT);
        limits.take(Share.equal(1, 4));
        assertThat(rateOf(limits, SERVER)).isEqualTo(12);
        assertThat(sharedRateOf(limits, SERVER)).isEqualTo(50);
        assertThat(sharedRateOf(limits, OF_OPERATOR)).isEqualTo(500);
        assertThat(limits.total().current()).isLessThanOrEqualTo(2_500);
    }

    @Test
    void limitsInUseFollowAShareThatChanges() {
        Limits limits = new Limits(Politeness.DEFAULT);
        limits.take(Share.equal(1, 2));
        assertThat(rateOf(limits, SERVER)).isEqualTo(25);
        double before = sharedRateOf(limits, SERVER);
        limits.take(Share.equal(2, 2));
        assertThat(rateOf(limits, SERVER)).isEqualTo(50);
        assertThat(sharedRateOf(limits, SERVER)).isEqualTo(2 * before);
        limits.take(Share.equal(1, 2));
        assertThat(rateOf(limits, SERVER)).isEqualTo(25);
    }

    @Test
    void noLimitStaysNone() {
        Limits limits = new Limits(Politeness.NONE);
        limits.take(Share.equal(1, 4));
        assertThat(limits.destination(SERVER).times()).isNull();
        assertThat(limits.total().times()).isNull();
    }

    @Test
    void whoeverOwnsAnOperatorTheSharesAddUpToOne() {
        LimitGroup owned = LimitGroup.operator("big");
        for (int scanners = 1; scanners <= 9; scanners++) {
            int count = scanners;
            double sum = IntStream.range(0, scanners)
                    .mapToDouble(
                            index -> Share.owning(1, count, group -> group.kind() != Kind.OPERATOR, group -> index == 0)
                                    .of(owned))
                    .sum();
            assertThat(sum).isEqualTo(1, within(1e-9));
        }
    }

    private static double rateOf(Limits limits, ServerAddress server) {
        return Math.rint(
                Objects.requireNonNull(limits.destination(server).times()).rate());
    }

    private static double sharedRateOf(Limits limits, ServerAddress server) {
        Destination destination = limits.destination(server);
        return Math.rint(
                Objects.requireNonNull(limits.shared(server, destination, 0)).rate());
    }
}
