package org.zonedrift.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.zonedrift.zone.DomainName;

/** Which queries come, and when. */
class RepertoireTest {

    private static List<Query> queries(String label, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Query(DomainName.parse(label + i + ".test"), 1))
                .toList();
    }

    @Test
    void lanesShareAListAndBeginAnew() {
        List<Query> list = queries("n", 5);
        Repertoire even = Repertoire.Source.inOrder(list).on(0, 2);
        Repertoire odd = Repertoire.Source.inOrder(list).on(1, 2);

        assertThat(List.of(even.next(), odd.next(), even.next(), odd.next(), even.next(), odd.next()))
                .containsExactly(list.get(0), list.get(1), list.get(2), list.get(3), list.get(4), list.get(0));
    }

    @Test
    void aMixWarmsItsNamesOnceAndThenKeepsItsShare() {
        List<Query> warm = queries("warm", 100);
        List<Query> cold = queries("cold", 10_000);
        Repertoire mix = new CacheMix.Mix(warm, cold, null, 0.85, 1).source(3).on(0, 1);
        for (Query expected : warm) {
            assertThat(mix.next()).isEqualTo(expected);
        }

        Map<Query, Integer> popular = new HashMap<>();
        Set<Query> unheard = new HashSet<>();
        int repeated = 0;
        for (int i = 0; i < 20_000; i++) {
            Query query = mix.next();
            if (warm.contains(query)) {
                popular.merge(query, 1, Integer::sum);
            } else if (!unheard.add(query)) {
                repeated++;
            }
        }

        assertThat(repeated).as("cold names asked twice").isZero();
        assertThat(unheard.size() / 20_000.0).isCloseTo(0.15, Offset.offset(0.01));
        double first = popular.get(warm.get(0));
        assertThat(first / popular.get(warm.get(9))).as("Zipf: tenfold").isBetween(8.0, 12.5);
    }

    @Test
    void coldNamesCanBeMadeUp() {
        DomainName zone = DomainName.parse("cold.example");
        Repertoire mix = new CacheMix.Mix(queries("warm", 1), List.of(), zone, 0, 1)
                .source(3)
                .on(0, 1);
        mix.next();

        Set<Query> made = new HashSet<>();
        for (int i = 0; i < 1_000; i++) {
            Query query = mix.next();
            assertThat(query.name().isBelow(zone)).isTrue();
            made.add(query);
        }
        assertThat(made).hasSize(1_000);
    }

    @Test
    void aScheduleIsFixedBeforehand() {
        Load.Open constant = new Load.Open(RateProfile.constant(1_000), Spacing.CONSTANT);
        Arrivals arrivals = new Arrivals(constant, new SplittableRandom(1), 5_000_000_000L, 1);
        for (int i = 1; i <= 3; i++) {
            assertThat(arrivals.next()).isEqualTo(5_000_000_000L + i * 1_000_000L);
            arrivals.advance();
        }
        assertThat(arrivals.behindAt(5_000_000_000L + 2_004_000_000L)).isCloseTo(2_000, Offset.offset(1.0));
    }

    @Test
    void aRampSendsHalfAsMuchAsItsEndWouldAllTheTime() {
        RateProfile ramp = RateProfile.ramp(1_000, 60);

        assertThat(ramp.dueBy(60)).isEqualTo(30_000);
        assertThat(ramp.timeOf(ramp.dueBy(20))).isCloseTo(20, Offset.offset(1e-9));
        assertThat(ramp.rateAt(30)).isEqualTo(500);
    }

    @Test
    void queryFilesAreReadAsDnsperfReadsThem() {
        assertThat(QueryLine.parse("www.example.test AAAA", 1))
                .contains(new Query(DomainName.parse("www.example.test"), 28));
        assertThat(QueryLine.parse("example.test", 6)).contains(new Query(DomainName.parse("example.test"), 6));
        assertThat(QueryLine.parse("example.test\tTYPE65", 1))
                .contains(new Query(DomainName.parse("example.test"), 65));
        assertThat(QueryLine.parse("example.test https", 1)).contains(new Query(DomainName.parse("example.test"), 65));
        assertThat(QueryLine.parse("; a comment", 1)).isEmpty();
        assertThat(QueryLine.parse("  ", 1)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> QueryLine.parse("a b c", 1));
        assertThatIllegalArgumentException().isThrownBy(() -> QueryLine.parse("example.test NOSUCH", 1));
        assertThatIllegalArgumentException().isThrownBy(() -> QueryLine.parse("a..b A", 1));
    }
}
