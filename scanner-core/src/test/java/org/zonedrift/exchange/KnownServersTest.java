package org.zonedrift.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.zonedrift.zone.ServerAddress;

class KnownServersTest {

    private static final long MOMENT = TimeUnit.SECONDS.toNanos(5);

    private final Limits limits = new Limits(Politeness.DEFAULT);
    private final KnownServers servers = new KnownServers(limits);

    @Test
    void allLanesKnowTheSameOfADestinationAndEachHasItsOwnResponseTimes() {
        KnownServers others = new KnownServers(limits);

        assertThat(servers.of(server(1), 0).destination())
                .isSameAs(others.of(server(1), 0).destination());
        assertThat(servers.of(server(1), 0).estimate())
                .isNotSameAs(others.of(server(1), 0).estimate());
    }

    @Test
    void whatIsKnownOfAServerOutlivesTheMomentForWhichItIsAtHand() {
        KnownServers.Known first = servers.of(server(1), 0);
        assertThat(servers.of(server(1), MOMENT - 1)).isSameAs(first);

        KnownServers.Known later = servers.of(server(1), MOMENT);

        assertThat(later).isNotSameAs(first);
        assertThat(later.destination()).isSameAs(first.destination());
        assertThat(later.estimate()).isSameAs(first.estimate());
    }

    @Test
    void serversThatFallOnOnePlaceAreToldApart() {
        for (int i = 0; i < 10_000; i++) {
            Destination itsOwn = limits.destination(server(i));
            assertThat(servers.of(server(i), 0).destination()).isSameAs(itsOwn);
        }
        assertThat(servers.of(server(0), 0).destination()).isSameAs(limits.destination(server(0)));
    }

    @Test
    void toLookWhatQuestionsWouldWaitForMakesNobodyOneWhoWasAsked() {
        assertThat(servers.bottleneck(List.of(server(1)), 0).waitNanos(0)).isZero();
        assertThat(servers.expectedWait(server(1), new VirtualLane())).isZero();

        assertThat(limits.asked()).isZero();
    }

    @Test
    void serversThatAreNotLimitedHoldNobodyUpHoweverMuchTheyAreAsked() {
        KnownServers unlimited = new KnownServers(new Limits(Politeness.NONE));
        unlimited.of(server(1), 0);

        assertThat(unlimited.bottleneck(List.of(server(1)), 0)).isSameAs(Bottleneck.NONE);
    }

    private static ServerAddress server(int number) {
        return ServerAddress.of(new byte[] {(byte) 192, 0, (byte) (number >> 8), (byte) number}, 53);
    }
}
