package org.zonedrift.sim.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.zonedrift.LookPlan;
import org.zonedrift.LookPlan.Primaries;
import org.zonedrift.probe.ChildNs;
import org.zonedrift.probe.Outcome;
import org.zonedrift.sim.network.Climate;
import org.zonedrift.sim.network.Delay;
import org.zonedrift.sim.network.Weather;
import org.zonedrift.sim.world.Seat;
import org.zonedrift.verdict.Judgement;
import org.zonedrift.verdict.NsSets.Relation;
import org.zonedrift.verdict.Verdict;
import org.zonedrift.zone.DomainName;
import org.zonedrift.zone.NameServer.Listed;

/** The NS sets of parent and child: how they relate, and that every server of either is asked. */
class NsSetScanTest {

    private static final Climate CALM = Climate.everywhere(Weather.calm(Delay.of(Duration.ofMillis(10))));
    private static final DomainName ZONE = DomainName.parse("zone.handmade");

    private final HandmadeWorld world = new HandmadeWorld();

    private static DomainName ns(char letter) {
        return ZONE.child("ns-" + letter);
    }

    private static List<DomainName> names(String letters) {
        return letters.chars().mapToObj(c -> ns((char) c)).toList();
    }

    /** A server that says which are the zone's. */
    private static Seat seat(char letter, String parent, String childSet, String says) {
        boolean atParent = parent.indexOf(letter) >= 0;
        boolean atChild = childSet.indexOf(letter) >= 0;
        Listed listed = atParent ? (atChild ? Listed.BOTH : Listed.PARENT) : Listed.CHILD;
        return HandmadeWorld.seat(ZONE, ns(letter), listed, new long[] {HandmadeWorld.place(1, letter)}, names(says));
    }

    private Judgement judged(String parent, String child) {
        String all = Stream.of((parent + child).split("")).distinct().sorted().collect(Collectors.joining());
        List<Seat> seats =
                all.chars().mapToObj(c -> seat((char) c, parent, child, child)).toList();
        world.zone(ZONE.toString(), seats);
        return judged(ChildNs.ONE);
    }

    private Judgement judged(ChildNs childNs) {
        LookPlan looks = new LookPlan(
                childNs, Primaries.LEFT_ALONE, List.of(), LookPlan.ComparedData.NONE, LookPlan.Besides.NOBODY);
        return new VirtualScan(world.world(), CALM, 1)
                .looking(looks)
                .of(List.of(ZONE))
                .get(0)
                .judgement();
    }

    private static Set<Character> answering(Judgement judgement) {
        return judgement.servers().stream()
                .filter(row -> row.observation().outcome() == Outcome.OK)
                .map(row -> row.ns().host().toString().charAt(3))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void T100_aServerThatOnlyTheChildNamesIsAskedToo() {
        Judgement judgement = judged("ab", "abc");

        assertThat(judgement.nsSets().relation()).isEqualTo(Relation.PARENT_SUBSET);
        assertThat(Inspection.flags(judgement))
                .contains("ns-parent-child-differ", "ns-child-only")
                .doesNotContain("ns-parent-only", "ns-parent-child-disjoint");
        assertThat(answering(judgement)).containsExactly('a', 'b', 'c');
        assertThat(judgement.verdict()).isEqualTo(Verdict.CONSISTENT);
    }

    @Test
    void T101_theParentListsMore() {
        Judgement judgement = judged("abc", "ab");

        assertThat(judgement.nsSets().relation()).isEqualTo(Relation.PARENT_SUPERSET);
        assertThat(Inspection.flags(judgement))
                .contains("ns-parent-child-differ", "ns-parent-only")
                .doesNotContain("ns-child-only");
        assertThat(answering(judgement)).containsExactly('a', 'b', 'c');
    }

    @Test
    void T102_theSetsOverlap() {
        Judgement judgement = judged("ab", "bc");

        assertThat(judgement.nsSets().relation()).isEqualTo(Relation.OVERLAP);
        assertThat(Inspection.flags(judgement)).contains("ns-parent-child-differ", "ns-parent-only", "ns-child-only");
        assertThat(answering(judgement)).containsExactly('a', 'b', 'c');
    }

    @Test
    void T103_allServersOfDisjointSetsAreAsked() {
        Judgement judgement = judged("ab", "cd");

        assertThat(judgement.nsSets().relation()).isEqualTo(Relation.DISJOINT);
        assertThat(Inspection.flags(judgement)).contains("ns-parent-child-disjoint", "ns-parent-child-differ");
        assertThat(answering(judgement)).containsExactly('a', 'b', 'c', 'd');
    }

    @Test
    void equalSetsAreEqual() {
        Judgement judgement = judged("ab", "ba");

        assertThat(judgement.nsSets().relation()).isEqualTo(Relation.EQUAL);
        assertThat(Inspection.flags(judgement)).noneMatch(flag -> flag.startsWith("ns-"));
    }

    private void oneServerKnowsAThird() {
        world.zone(
                ZONE.toString(),
                List.of(seat('a', "ab", "abc", "ab"), seat('b', "ab", "abc", "abc"), seat('c', "ab", "abc", "abc")));
    }

    @Test
    void T114_askedAllServersShowThatTheirNsSetsDiffer() {
        oneServerKnowsAThird();

        Judgement judgement = judged(ChildNs.ALL);

        assertThat(Inspection.flags(judgement)).contains("child-ns-differ", "ns-child-only");
        assertThat(judgement.nsSets().relation()).isEqualTo(Relation.PARENT_SUBSET);
        assertThat(answering(judgement)).containsExactly('a', 'b', 'c');
    }

    @Test
    void oneServerAskedCannotDiffer() {
        oneServerKnowsAThird();

        assertThat(Inspection.flags(judged(ChildNs.ONE))).doesNotContain("child-ns-differ");
    }

    @Test
    void withoutAskingTheChildNothingIsSaidOfIt() {
        oneServerKnowsAThird();

        Judgement judgement = judged(ChildNs.NONE);

        assertThat(judgement.nsSets().relation()).isEqualTo(Relation.UNKNOWN);
        assertThat(answering(judgement)).containsExactly('a', 'b');
    }

    @Test
    void aServerThatOnlyAChildsServerNamesNamesNobodyElse() {
        world.zone(
                ZONE.toString(),
                List.of(seat('a', "a", "abc", "ab"), seat('b', "a", "abc", "abc"), seat('c', "a", "abc", "abc")));

        Judgement judgement = judged(ChildNs.ALL);

        assertThat(answering(judgement)).as("one closure round").containsExactly('a', 'b');
        assertThat(judgement.nsSets().child()).isEqualTo(names("abc"));
    }
}
