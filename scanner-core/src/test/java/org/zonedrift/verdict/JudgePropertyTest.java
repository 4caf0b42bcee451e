package org.zonedrift.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.zonedrift.probe.Observation;
import org.zonedrift.probe.Outcome;

/** What holds for every zone, tried on some thousands of them. */
class JudgePropertyTest {

    private static final int ZONES = 6_000;

    @Test
    void everyZoneHasExactlyTheVerdictThatItsAnswersCallFor_T148() {
        RandomZones zones = new RandomZones(148);
        Set<Verdict> met = new HashSet<>();
        Set<Reason> reasons = new HashSet<>();
        for (int i = 0; i < ZONES; i++) {
            Evidence evidence = zones.zone();
            Judgement judgement = Situation.JUDGE.judge(evidence);
            assertThat(Expected.of(evidence)).contains(judgement.verdict());
            met.add(judgement.verdict());
            reasons.add(judgement.reason());
        }
        assertThat(met)
                .containsExactlyInAnyOrder(
                        Verdict.UNSERVED,
                        Verdict.ONE_ANSWER,
                        Verdict.CONSISTENT,
                        Verdict.CONSISTENT_PARTIAL,
                        Verdict.MISMATCH_SOURCES,
                        Verdict.MISMATCH);
        assertThat(reasons)
                .contains(
                        Reason.NO_ADDRESS,
                        Reason.ALL_UNREACHABLE,
                        Reason.ALL_LAME,
                        Reason.ALL_SKIPPED,
                        Reason.MIXED,
                        Reason.SINGLE_ADDRESS,
                        Reason.OTHERS_FAILED,
                        Reason.OTHERS_NO_ADDRESS,
                        Reason.WITHIN_SOURCE,
                        Reason.ACROSS_SOURCES,
                        Reason.ACROSS_SOURCES_AND_WITHIN);
    }

    @Test
    void theOrderInWhichThingsAreSeenDoesNotMatter_T147() {
        RandomZones zones = new RandomZones(147);
        for (int i = 0; i < ZONES; i++) {
            Evidence evidence = zones.zone();
            Judgement judgement = Situation.JUDGE.judge(evidence);
            assertThat(Situation.JUDGE.judge(zones.shuffled(evidence)).equals(judgement))
                    .as("zone %d", i)
                    .isTrue();
        }
    }

    @Test
    void noFlagContradictsTheVerdict() {
        RandomZones zones = new RandomZones(43);
        for (int i = 0; i < ZONES; i++) {
            Evidence evidence = zones.zone();
            Judgement judgement = Situation.JUDGE.judge(evidence);
            assertThat(judgement)
                    .as(() -> judgement.verdict() + " " + judgement.findings() + judgement.facts())
                    .matches(JudgePropertyTest::flagsFit);
        }
    }

    private static boolean flagsFit(Judgement judgement) {
        return switch (judgement.verdict()) {
            case CONSISTENT ->
                raisesNone(
                        judgement,
                        Flag.LAME_SERVER,
                        Flag.UNREACHABLE_SERVER,
                        Flag.IPV4_IPV6_DISAGREE,
                        Flag.SERIAL_ORDER_UNDEFINED,
                        Flag.SERIAL_ORDER_CYCLIC,
                        Flag.NS_UNRESOLVABLE,
                        Flag.SERIAL_JUMP_LARGE,
                        Flag.SERVING_EXPIRED_SUSPECTED);
            case CONSISTENT_PARTIAL ->
                raisesNone(judgement, Flag.IPV4_IPV6_DISAGREE, Flag.SERIAL_ORDER_UNDEFINED, Flag.SERIAL_ORDER_CYCLIC);
            case MISMATCH, MISMATCH_SOURCES ->
                raisesNone(
                        judgement,
                        Flag.CLOCK_SERIAL,
                        Flag.TRANSIENT_MISMATCH,
                        Flag.SINGLE_ADDRESS,
                        Flag.UNINFORMATIVE_SERIAL);
            case UNSERVED ->
                raisesNone(judgement, Flag.SERIAL_ZERO, Flag.MNAME_DIFFERS, Flag.MULTI_SOURCE, Flag.CLOCK_SERIAL)
                        && judgement.serial() == null;
            default -> true;
        };
    }

    private static boolean raisesNone(Judgement judgement, Flag... flags) {
        return Stream.of(flags).noneMatch(judgement::raises);
    }

    /** The verdicts that are possible by the number of usable addresses and of their serials alone. */
    private static final class Expected {

        static Set<Verdict> of(Evidence evidence) {
            List<Observation> usable = evidence.observations().stream()
                    .filter(seen -> seen.outcome() == Outcome.OK)
                    .toList();
            if (usable.isEmpty()) {
                return Set.of(Verdict.UNSERVED);
            }
            if (usable.size() == 1) {
                return Set.of(Verdict.ONE_ANSWER);
            }
            long serials = usable.stream()
                    .map(seen -> seen.soa() == null ? null : seen.soa().serial())
                    .distinct()
                    .count();
            if (serials > 1) {
                return Set.of(Verdict.MISMATCH, Verdict.MISMATCH_SOURCES);
            }
            boolean whole = evidence.nameServers().stream()
                            .noneMatch(ns -> ns.addresses().isEmpty())
                    && evidence.observations().stream()
                            .allMatch(seen -> seen.isUsable() || seen.outcome() == Outcome.SKIPPED_FAMILY);
            return Set.of(whole ? Verdict.CONSISTENT : Verdict.CONSISTENT_PARTIAL);
        }
    }
}
