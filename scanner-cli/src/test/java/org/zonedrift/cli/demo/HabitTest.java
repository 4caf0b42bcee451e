package org.zonedrift.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.zonedrift.cli.demo.FirstRound.Shown;
import org.zonedrift.probe.Outcome;
import org.zonedrift.zone.SerialNumber;

/** Where the habits of today go wrong. */
class HabitTest {

    private static Shown ok(long serial) {
        return new Shown(Outcome.OK, SerialNumber.of(serial));
    }

    private static Shown timeout() {
        return new Shown(Outcome.TIMEOUT, null);
    }

    private static Set<Habit> alarmedBy(List<Shown> first, List<Shown> second) {
        FirstRound round = new FirstRound(List.of(first, second));
        return Arrays.stream(Habit.values())
                .filter(habit -> habit.alarms(round))
                .collect(Collectors.toSet());
    }

    @Test
    void serversInStepAlarmNobody() {
        assertThat(alarmedBy(List.of(ok(1)), List.of(ok(1)))).isEmpty();
    }

    @Test
    void aServerBehindAlarmsEverybody() {
        assertThat(alarmedBy(List.of(ok(2)), List.of(ok(1)))).containsExactlyInAnyOrder(Habit.values());
    }

    @Test
    void theShellLoopTakesSilenceForASerial() {
        assertThat(alarmedBy(List.of(ok(1)), List.of(timeout()))).containsExactly(Habit.SHELL_LOOP);
    }

    @Test
    void onlyWhoAsksEveryAddressSeesTheSecondOne() {
        assertThat(alarmedBy(List.of(ok(2), ok(1)), List.of(ok(2))))
                .containsExactlyInAnyOrder(Habit.STRING_ORDER, Habit.PLAIN_EQUALITY);
    }

    @Test
    void textOrderMissesASerialThatGrewADigit() {
        assertThat(alarmedBy(List.of(ok(999)), List.of(ok(1000)))).doesNotContain(Habit.STRING_ORDER);
    }
}
