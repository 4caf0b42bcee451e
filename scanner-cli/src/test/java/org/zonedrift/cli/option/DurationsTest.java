package org.zonedrift.cli.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {

    @Test
    void everyUnitIsRead() {
        assertThat(new Durations().convert("1500ms")).isEqualTo(Duration.ofMillis(1500));
        assertThat(new Durations().convert("15s")).isEqualTo(Duration.ofSeconds(15));
        assertThat(new Durations().convert("10m")).isEqualTo(Duration.ofMinutes(10));
        assertThat(new Durations().convert("1h")).isEqualTo(Duration.ofHours(1));
        assertThat(new Durations().convert("7d")).isEqualTo(Duration.ofDays(7));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "15", "s", "-1s", "1.5s", "15 s", "9999999999s"})
    void whatIsNoLengthOfTimeIsRefused(String text) {
        assertThatThrownBy(() -> new Durations().convert(text)).hasMessageContaining("is not a length of time");
    }

    @Test
    void delaysAscendOrAreNone() {
        assertThat(new Durations.Delays().convert("15s,300s").delays())
                .containsExactly(Duration.ofSeconds(15), Duration.ofMinutes(5));
        assertThat(new Durations.Delays().convert("none").delays()).isEmpty();
        assertThat(new Durations.Delays().convert("none")).hasToString("none");
        assertThatThrownBy(() -> new Durations.Delays().convert("15s,15s")).hasMessageContaining("ascend");
    }
}
