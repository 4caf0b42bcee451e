package org.zonedrift.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.zonedrift.exchange.Course;

/** The registry of flags, and that it is whole. */
class FlagTest {

    @ParameterizedTest
    @EnumSource
    void everyFlagSaysInOneLineWhatItMeans(Flag flag) {
        assertThat(flag.text().meaning()).isNotBlank().doesNotEndWith(".").hasSizeLessThan(100);
        assertThat(Flag.named(flag.key())).isEqualTo(flag);
    }

    @Test
    void everyOddityOfAnExchangeIsAFlag() {
        assertThat(Course.Oddity.values()).allMatch(oddity -> Flag.named(oddity.flag()) != null);
    }

    @Test
    void severitiesAreThoseThatThePublishedTableNames() {
        assertThat(count(Flag.Severity.INFO)).isEqualTo(17);
        assertThat(count(Flag.Severity.ERROR)).isEqualTo(6);
        assertThat(count(Flag.Severity.NOTICE)).isEqualTo(24);
    }

    @Test
    void publishedNamesAreDistinct() {
        assertThat(new HashSet<>(Arrays.stream(Flag.values()).map(Flag::key).toList()))
                .hasSize(Flag.values().length);
    }

    private static long count(Flag.Severity severity) {
        return Arrays.stream(Flag.values())
                .filter(flag -> flag.severity() == severity)
                .count();
    }
}
