package org.zonedrift.sim.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.zonedrift.probe.Outcome;
import org.zonedrift.sim.world.Conduct;
import org.zonedrift.sim.world.Families;
import org.zonedrift.sim.world.Seat;
import org.zonedrift.sim.world.SimulatedZone.Drift;
import org.zonedrift.verdict.Reason;
import org.zonedrift.verdict.Verdict;
import org.zonedrift.zone.DomainName;

class GalleryTest {

    private final Gallery gallery = new Gallery(Families.DUAL);

    @Test
    void everyExhibitHasItsOwnNameAndALineOnWhatIsWrong() {
        List<DomainName> names = gallery.exhibits().stream().map(Exhibit::name).toList();
        assertThat(names).doesNotHaveDuplicates();
        assertThat(gallery.exhibits())
                .allSatisfy(exhibit -> assertThat(exhibit.wrong())
                        .isNotBlank()
                        .hasSizeLessThan(100)
                        .doesNotContain("\n"));
    }

    @Test
    void everyOutcomeIsOnShow() {
        Set<Outcome> shown = EnumSet.noneOf(Outcome.class);
        gallery.exhibits().forEach(exhibit -> shown.addAll(exhibit.outcomes().values()));
        assertThat(shown).containsExactlyInAnyOrder(Outcome.values());
    }

    @Test
    void everyWayOfAServerIsOnShow() {
        Set<Conduct> shown = EnumSet.noneOf(Conduct.class);
        gallery.exhibits()
                .forEach(exhibit ->
                        exhibit.zone().seats().stream().map(Seat::conduct).forEach(shown::add));
        assertThat(shown).containsExactlyInAnyOrder(Conduct.values());
    }

    @Test
    void everyVerdictIsOnShow() {
        Set<Verdict> shown = EnumSet.noneOf(Verdict.class);
        gallery.exhibits().forEach(exhibit -> shown.add(exhibit.truth().verdict()));
        assertThat(shown).containsExactlyInAnyOrder(Verdict.values());
    }

    /** But one: what is internal is a bug of ours, and no zone is known that brings any about. */
    @Test
    void everyReasonButOurOwnBugsIsOnShow() {
        Set<Reason> shown = EnumSet.noneOf(Reason.class);
        gallery.exhibits().forEach(exhibit -> shown.add(exhibit.truth().reason()));
        assertThat(shown).containsExactlyInAnyOrderElementsOf(EnumSet.complementOf(EnumSet.of(Reason.INTERNAL)));
    }

    @Test
    void everyWayToLookIsNeededAndTold() {
        Set<Way> needed = EnumSet.noneOf(Way.class);
        gallery.exhibits().forEach(exhibit -> {
            needed.add(exhibit.way());
            assertThat(exhibit.needs().isEmpty()).isEqualTo(exhibit.way() == Way.USUAL);
            assertThat(exhibit.needs()).doesNotContain("%", "null");
        });
        assertThat(needed).containsExactlyInAnyOrder(Way.values());
    }

    @Test
    void everyStateOfASecondLookIsOnShow() {
        Set<Drift> shown = new HashSet<>();
        gallery.exhibits().forEach(exhibit -> shown.add(exhibit.truth().drift()));
        assertThat(shown).containsExactlyInAnyOrder(Drift.values());
    }

    @Test
    void withoutIpv6OnlyWhatNeedsItIsMissing() {
        List<DomainName> shown = new Gallery(Families.IPV4)
                .exhibits().stream().map(Exhibit::name).toList();
        assertThat(gallery.exhibits().stream().map(Exhibit::name).filter(name -> !shown.contains(name)))
                .containsExactlyInAnyOrder(
                        DomainName.parse("two-families.exhibit"), DomainName.parse("families-disagree.exhibit"));
    }
}
