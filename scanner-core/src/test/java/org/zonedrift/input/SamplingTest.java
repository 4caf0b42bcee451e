package org.zonedrift.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.zonedrift.zone.DomainName;

class SamplingTest {

    private static final long SEED = 42;

    @Test
    void everyTargetFallsIntoExactlyOneShard() {
        List<Long> seen = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            List<Long> part = lines(targets(10_000).only(new Shard(i, 4, SEED)::holds));
            assertThat(part).hasSizeBetween(2_300, 2_700);
            seen.addAll(part);
        }
        assertThat(seen).hasSize(10_000).doesNotHaveDuplicates();
    }

    @Test
    void aLineWithoutANameFallsIntoExactlyOneShardToo() {
        Target bad = new Target.Unmeasured(Target.Line.numbered(7), null, Target.Why.MALFORMED_INPUT, "no name");

        assertThat(LongStream.range(0, 5).filter(i -> new Shard((int) i, 5, SEED).holds(bad)))
                .hasSize(1);
    }

    @Test
    void anotherKeyCutsOtherwise() {
        List<Long> one = lines(targets(1_000).only(new Shard(0, 2, 1)::holds));
        List<Long> other = lines(targets(1_000).only(new Shard(0, 2, 2)::holds));

        assertThat(one).isNotEqualTo(other);
    }

    @Test
    void aShardBeyondTheLastIsRefused() {
        assertThatThrownBy(() -> new Shard(4, 4, SEED)).hasMessageContaining("0 <= I < N, not 4/4");
    }

    @Test
    void aShuffleLosesAndDoublesNothingAndIsTheSameForTheSameSeed() {
        for (int capacity : new int[] {1, 10, 999, 1_000, 5_000}) {
            List<Long> shuffled = lines(new Shuffled(targets(1_000), capacity, new Random(SEED)));
            assertThat(shuffled).hasSize(1_000).doesNotHaveDuplicates();
            assertThat(lines(new Shuffled(targets(1_000), capacity, new Random(SEED))))
                    .isEqualTo(shuffled);
        }
    }

    @Test
    void aShuffleIsUniformOnlyWhereAllFitted() {
        Shuffled small = new Shuffled(targets(100), 99, new Random(SEED));
        Shuffled large = new Shuffled(targets(100), 101, new Random(SEED));
        small.next();
        large.next();

        assertThat(small.isUniform()).isFalse();
        assertThat(large.isUniform()).isTrue();
    }

    @Test
    void aUniformShuffleHasNoFavourites() {
        Set<Long> firsts = new HashSet<>();
        for (int seed = 0; seed < 400; seed++) {
            firsts.add(lines(new Shuffled(targets(20), 100, new Random(seed)).first(1))
                    .get(0));
        }
        assertThat(firsts).hasSize(20);
    }

    @Test
    void aLimitTakesTheFirst() {
        assertThat(lines(targets(10).first(3))).containsExactly(1L, 2L, 3L);
        assertThat(lines(targets(2).first(3))).containsExactly(1L, 2L);
        assertThat(lines(targets(2).first(0))).isEmpty();
    }

    private static Targets targets(int count) {
        Iterator<Long> numbers = LongStream.rangeClosed(1, count).iterator();
        return () -> numbers.hasNext() ? Optional.of(target(numbers.next())) : Optional.empty();
    }

    private static Target target(long number) {
        return Target.Zone.named(Target.Line.numbered(number), DomainName.parse("zone" + number + ".example"));
    }

    private static List<Long> lines(Targets targets) {
        List<Long> lines = new ArrayList<>();
        for (Optional<Target> next = targets.next(); next.isPresent(); next = targets.next()) {
            lines.add(next.get().line().number());
        }
        return lines;
    }
}
