package org.zonedrift.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.zonedrift.operator.Operators;

/** A flag is looked for only on its occasion: so on every other its condition must not hold. */
class OccasionTest {

    private static final int ZONES = 20_000;

    @Test
    void noConditionHoldsButOnTheOccasionOfItsFlag() {
        RandomZones zones = new RandomZones(9);
        Set<Flag> met = EnumSet.noneOf(Flag.class);
        for (int i = 0; i < ZONES; i++) {
            Case zone = new Case(zones.oddZone(), Operators.bundled());
            for (Flag flag : Flag.values()) {
                if (flag.isRaisedBy(zone)) {
                    met.add(flag);
                    assertThat(flag.occasion().isGivenBy(zone))
                            .as("zone %d raises %s", i, flag)
                            .isTrue();
                }
            }
        }
        assertThat(met).containsAll(flagsOfRareOccasions());
    }

    /** Those that would be lost if their occasion were missed, without what chance hardly ever draws. */
    private static Set<Flag> flagsOfRareOccasions() {
        return Stream.of(Flag.values())
                .filter(flag -> flag.occasion() != Occasion.ANY_ZONE)
                .collect(Collectors.toSet());
    }
}
