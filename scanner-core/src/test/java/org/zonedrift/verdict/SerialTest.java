package org.zonedrift.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zonedrift.verdict.Situation.NOW_SECONDS;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zonedrift.verdict.SchemeGuess.Confidence;
import org.zonedrift.zone.SerialNumber;
import org.zonedrift.zone.SerialScheme;

/** Serials alone, in sets, and on their way from one to another. */
class SerialTest {

    @ParameterizedTest
    @CsvSource({
        "1741478400, UNIX, HIGH",
        "2026030901, DATE_NN, HIGH",
        "2010101010, DATE_NN, LOW",
        "2611201000, YYMMDDHHMM, HIGH",
        "1, FIXED, HIGH",
        "0, FIXED, HIGH",
        "42, COUNTER, HIGH",
        "20240102, DATE8, HIGH",
        "4173514548, OPAQUE, HIGH",
        "2099010100, OPAQUE, HIGH",
        "2024023001, OPAQUE, HIGH"
    })
    void eachNumberIsReadByTheSchemeThatExplainsIt_T104(long serial, SerialScheme scheme, Confidence confidence) {
        SchemeGuess guess = Schemes.guess(new long[] {serial}, null, NOW_SECONDS);
        assertThat(guess.scheme()).isEqualTo(scheme);
        assertThat(guess.confidence()).isEqualTo(confidence);
    }

    @Test
    void anAmbiguousNumberNamesItsAlternatives_T104() {
        assertThat(Schemes.guess(new long[] {2010101010L}, null, NOW_SECONDS).alternatives())
                .containsExactly(SerialScheme.YYMMDDHHMM);
    }

    @Test
    void aDateThatHasNotComeIsFlagged_T104() {
        assertThat(Situation.showing(2099010100, 2099010100).judged().raises(Flag.SERIAL_FUTURE_DATED))
                .isTrue();
        assertThat(Situation.showing(4173514548L, 4173514548L).judged().raises(Flag.SERIAL_FUTURE_DATED))
                .isFalse();
    }

    @Test
    void serialsOfTwoSchemesAreMixed() {
        Judgement judgement = Situation.showing(2024010101, 5).judged();
        assertThat(judgement.serial().scheme().scheme()).isEqualTo(SerialScheme.MIXED);
        assertThat(judgement.raises(Flag.SCHEME_MIXED)).isTrue();
    }

    @Test
    void threeSerialsRoundTheCircleHaveNoNewest() {
        SerialSet set = SerialSet.of(0, 1_500_000_000L, 3_000_000_000L);
        assertThat(set.order()).isEqualTo(SerialOrder.CYCLIC);
        assertThat(set.newest()).isNull();
        Judgement judgement =
                Situation.showing(0, 1_500_000_000L, 3_000_000_000L).judged();
        assertThat(judgement.raises(Flag.SERIAL_ORDER_CYCLIC)).isTrue();
        assertThat(judgement.serials())
                .extracting(row -> row.serial().value())
                .containsExactly(3_000_000_000L, 1_500_000_000L, 0L);
    }

    @Test
    void withoutOrderTheMajorityIsTheReference() {
        Situation zone = Situation.of("t.lab");
        long[] serials = {0, 1L << 31, 1L << 31};
        for (int i = 0; i < serials.length; i++) {
            zone.says("ns" + i + ".t.lab", "192.0.2." + i, Situation.soa("gone.t.lab", "dns.t.lab", serials[i]));
        }
        assertThat(zone.judged().serial().reference())
                .isEqualTo(Reference.found(Reference.Kind.MAJORITY, SerialNumber.of(1L << 31)));
    }

    @Test
    void relationsAreAntisymmetric() {
        Random random = new Random(1982);
        for (int i = 0; i < 100_000; i++) {
            SerialNumber a = new SerialNumber(random.nextInt());
            SerialNumber b = new SerialNumber(i % 100 == 0 ? a.bits() + Integer.MIN_VALUE : random.nextInt());
            SerialNumber.Relation forth = a.relationTo(b);
            SerialNumber.Relation back = b.relationTo(a);
            assertThat(back)
                    .isEqualTo(
                            switch (forth) {
                                case EQUAL -> SerialNumber.Relation.EQUAL;
                                case OLDER -> SerialNumber.Relation.NEWER;
                                case NEWER -> SerialNumber.Relation.OLDER;
                                case UNDEFINED -> SerialNumber.Relation.UNDEFINED;
                            });
        }
    }

    @Test
    void inAnOrderedSetTheNewestIsNewerThanAllOthers() {
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            long[] values = random.longs(1 + random.nextInt(5), 0, 1L << 32).toArray();
            SerialSet set = SerialSet.of(values);
            SerialNumber newest = set.newest();
            if (newest != null) {
                assertThat(set.listed())
                        .allMatch(other -> other.equals(newest) || newest.isNewerThan(other))
                        .startsWith(newest)
                        .endsWith(set.oldest());
                assertThat(set.spread()).isEqualTo(set.oldest().distanceTo(newest));
            }
        }
    }

    @Test
    void everyPlanIsLegalAndShort() {
        Random random = new Random(3);
        for (int i = 0; i < 20_000; i++) {
            SerialNumber from = new SerialNumber(random.nextInt());
            SerialNumber to = new SerialNumber(random.nextInt());
            SerialPlan plan = SerialPlan.between(from, to);
            SerialNumber at = from;
            for (SerialNumber step : plan.steps()) {
                assertThat(step.isNewerThan(at)).isTrue();
                at = step;
            }
            assertThat(at).isEqualTo(to);
            assertThat(plan.steps().size()).isLessThanOrEqualTo(3);
        }
    }

    @Test
    void theWayBackGoesOverTheOtherSideOfTheCircle() {
        SerialPlan plan = SerialPlan.between(SerialNumber.of(2007103101), SerialNumber.of(1193788800));
        assertThat(plan.steps()).containsExactly(SerialNumber.of(4154586748L), SerialNumber.of(1193788800));
        assertThat(SerialPlan.between(SerialNumber.of(5), SerialNumber.of(5)).steps())
                .isEmpty();
        assertThat(SerialPlan.between(SerialNumber.of(5), SerialNumber.of(9)).isOneStep())
                .isTrue();
    }

    @Test
    void halfTheCircleAwayTakesTwoSteps() {
        assertThat(SerialPlan.between(SerialNumber.of(0), SerialNumber.of(1L << 31))
                        .steps())
                .hasSize(2);
    }

    @Test
    void anExplanationNamesEveryReading() {
        SerialExplanation explanation = SerialExplanation.of(SerialNumber.of(2010101010), NOW_SECONDS);
        assertThat(explanation.readings())
                .extracting(SerialExplanation.Reading::scheme)
                .containsExactly(SerialScheme.UNIX, SerialScheme.DATE_NN, SerialScheme.YYMMDDHHMM);
        assertThat(explanation.readings().get(0).tense()).isEqualTo(SerialExplanation.Tense.FUTURE);
        assertThat(explanation.opposite().value()).isEqualTo(4157584658L);
    }
}
