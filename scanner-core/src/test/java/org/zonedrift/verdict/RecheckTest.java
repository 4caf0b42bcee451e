package org.zonedrift.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zonedrift.verdict.Situation.JUDGE;
import static org.zonedrift.verdict.Situation.NOW_SECONDS;
import static org.zonedrift.verdict.Situation.seen;
import static org.zonedrift.verdict.Situation.soa;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.zonedrift.probe.Observation;
import org.zonedrift.probe.Outcome;
import org.zonedrift.verdict.RecheckResult.Hint;
import org.zonedrift.verdict.RecheckResult.State;
import org.zonedrift.zone.DomainName;
import org.zonedrift.zone.Previous;
import org.zonedrift.zone.SerialNumber;

/** What is believed after asking again. A serial of -1 is a server that timed out. */
class RecheckTest {

    private static final long LOST = -1;
    private static final long TODAY = 2026112001;

    @Test
    void aSecondaryThatCatchesUpWasNoMismatch_T130() {
        Judgement judgement = recheck(new long[] {12, 11}, new long[] {12, 12});
        assertThat(judgement.verdict()).isEqualTo(Verdict.CONSISTENT);
        assertThat(judgement.firstVerdict()).isEqualTo(Verdict.MISMATCH);
        assertThat(judgement.recheck().state()).isEqualTo(State.CONVERGED);
        assertThat(judgement.raises(Flag.TRANSIENT_MISMATCH)).isTrue();
        assertThat(judgement.raises(Flag.MOVING_ZONE)).isFalse();
    }

    @Test
    void aFrozenSecondaryMayStillWaitForItsRefresh_T132() {
        Judgement judgement = recheck(new long[] {TODAY, TODAY - 1}, new long[] {TODAY, TODAY - 1});
        assertThat(judgement.verdict()).isEqualTo(Verdict.MISMATCH);
        assertThat(judgement.firstVerdict()).isNull();
        assertThat(judgement.recheck()).isEqualTo(new RecheckResult(State.UNCHANGED, Hint.PENDING_REFRESH));
    }

    @Test
    void anOldDateSuggestsThatTheRefreshIsOverdue_T133() {
        Judgement judgement = recheck(new long[] {2024010102, 2024010101}, new long[] {2024010102, 2024010101});
        assertThat(judgement.recheck()).isEqualTo(new RecheckResult(State.UNCHANGED, Hint.OVERDUE_LIKELY));
    }

    @Test
    void aUnixSerialProvesHowLongTheRefreshIsOverdue() {
        long newest = NOW_SECONDS - 100_000;
        Judgement judgement = recheck(new long[] {newest, newest - 5}, new long[] {newest, newest - 5});
        assertThat(judgement.recheck()).isEqualTo(new RecheckResult(State.UNCHANGED, Hint.OVERDUE));
        assertThat(judgement.raises(Flag.SERVING_EXPIRED_SUSPECTED)).isFalse();
    }

    @Test
    void whoServesAnOldCopyForLongerThanExpireIsSuspected() {
        long newest = NOW_SECONDS - 2_000_000;
        Judgement judgement = recheck(new long[] {newest, newest - 5}, new long[] {newest, newest - 5});
        assertThat(judgement.raises(Flag.SERVING_EXPIRED_SUSPECTED)).isTrue();
    }

    @Test
    void anEarlierRunProvesLateness() {
        Evidence first = round(TODAY, TODAY - 1)
                .after(new Previous(SerialNumber.of(TODAY), "MISMATCH", (NOW_SECONDS - 20_000) * 1000, "0000"));
        Judgement judgement = JUDGE.judge(new Recheck(JUDGE).conclude(first, List.of(look(15, TODAY, TODAY - 1))));
        assertThat(judgement.recheck()).isEqualTo(new RecheckResult(State.UNCHANGED, Hint.OVERDUE));
    }

    @Test
    void aSerialMayGoBackwardsBetweenRuns() {
        Previous previous = new Previous(SerialNumber.of(20), "CONSISTENT", 0, "0000");
        assertThat(JUDGE.judge(round(19, 19).after(previous)).raises(Flag.SERIAL_WENT_BACKWARDS))
                .isTrue();
        assertThat(JUDGE.judge(round(20, 20).after(previous)).raises(Flag.SERIAL_WENT_BACKWARDS))
                .isFalse();
    }

    @Test
    void lossNeverTurnsIntoHealth_T135_T160() {
        Judgement freshDies = recheck(new long[] {12, 11}, new long[] {LOST, 11});
        Judgement staleDies = recheck(new long[] {12, 11, 12}, new long[] {12, LOST, 12});
        assertThat(List.of(freshDies, staleDies)).allSatisfy(judgement -> {
            assertThat(judgement.verdict()).isEqualTo(Verdict.MISMATCH);
            assertThat(judgement.recheck().state()).isEqualTo(State.UNKNOWN);
            assertThat(judgement.counts().serials()).isEqualTo(2);
        });
    }

    @Test
    void aBusyZoneThatEveryServerFollowsIsConsistent_T161() {
        Judgement judgement = recheck(new long[] {12, 11}, new long[] {14, 13});
        assertThat(judgement.verdict()).isEqualTo(Verdict.CONSISTENT);
        assertThat(judgement.recheck().state()).isEqualTo(State.CONVERGED);
        assertThat(judgement.facts()).contains(Flag.MOVING_ZONE, Flag.TRANSIENT_MISMATCH);
    }

    @Test
    void whoAdvancesWithoutReachingTheNewestMoves() {
        assertThat(recheck(new long[] {14, 11}, new long[] {15, 12}).recheck().state())
                .isEqualTo(State.MOVING);
    }

    @Test
    void whoGoesBackHasRegressed() {
        Judgement judgement = recheck(new long[] {12, 11}, new long[] {11, 11});
        assertThat(judgement.recheck().state()).isEqualTo(State.REGRESSED);
        assertThat(judgement.verdict()).isEqualTo(Verdict.MISMATCH);
    }

    @Test
    void theNsSetOfTheFirstLookStandsAfterTheSecond() {
        Set<DomainName> names = Set.of(DomainName.parse("ns1.t.lab"));
        Evidence first = round(12, 11);
        Evidence listed = first.completedBy(List.of(first.observations().get(0).withApexNs(names)));
        Evidence whole = new Recheck(JUDGE).conclude(listed, List.of(look(15, 12, 11)));
        assertThat(whole.observations().get(0).apexNs()).isEqualTo(names);
    }

    @Test
    void aHiddenPrimaryIsAskedAgainToo() {
        Evidence first = round(10, 10, primary(11));
        assertThat(Recheck.isWanted(JUDGE.judge(first))).isTrue();
        Evidence reached = new Recheck(JUDGE).conclude(first, List.of(look(15, primary(11), 11, 11)));
        assertThat(JUDGE.judge(reached).raises(Flag.ALL_BEHIND_MNAME)).isFalse();
        assertThat(JUDGE.judge(reached).recheck().state()).isEqualTo(State.CONVERGED);
        Evidence stuck = new Recheck(JUDGE).conclude(first, List.of(look(15, primary(11), 10, 10)));
        assertThat(JUDGE.judge(stuck).raises(Flag.ALL_BEHIND_MNAME)).isTrue();
        assertThat(JUDGE.judge(stuck).recheck().state()).isEqualTo(State.UNCHANGED);
        assertThat(JUDGE.judge(stuck).verdict()).isEqualTo(Verdict.CONSISTENT);
    }

    private static Judgement recheck(long[] first, long[] second) {
        Evidence whole = new Recheck(JUDGE).conclude(round(first), List.of(look(15, second)));
        return JUDGE.judge(whole);
    }

    private static Evidence round(long... serials) {
        return round(serials, List.of());
    }

    private static Evidence round(long one, long other, Evidence.Primary primary) {
        return round(new long[] {one, other}, List.of(primary));
    }

    private static Evidence round(long[] serials, List<Evidence.Primary> primaries) {
        Situation zone = Situation.of("t.lab");
        String mname = primaries.isEmpty() ? "ns1.t.lab" : "hidden.t.lab";
        List<Observation> seen = observations(mname, serials);
        for (int i = 0; i < seen.size(); i++) {
            zone.sees("ns" + (i + 1) + ".t.lab", seen.get(i));
        }
        primaries.forEach(primary ->
                zone.primary(primary.name().toString(), primary.observations().get(0)));
        return zone.evidence();
    }

    private static Evidence.Primary primary(long serial) {
        return new Evidence.Primary(
                DomainName.parse("hidden.t.lab"),
                List.of(seen("203.0.113.9", Outcome.OK, soa("hidden.t.lab", "hostmaster.t.lab", serial))),
                null);
    }

    private static Recheck.Look look(double after, long... serials) {
        return new Recheck.Look(0, after, observations("ns1.t.lab", serials), List.of());
    }

    private static Recheck.Look look(double after, Evidence.Primary primary, long... serials) {
        return new Recheck.Look(0, after, observations("hidden.t.lab", serials), List.of(primary));
    }

    private static List<Observation> observations(String mname, long... serials) {
        List<Observation> seen = new ArrayList<>();
        for (int i = 0; i < serials.length; i++) {
            String address = "192.0.2." + (i + 1);
            seen.add(
                    serials[i] == LOST
                            ? seen(address, Outcome.TIMEOUT, null)
                            : seen(address, Outcome.OK, soa(mname, "hostmaster.t.lab", serials[i])));
        }
        return seen;
    }
}
