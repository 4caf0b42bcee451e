package org.zonedrift.sim.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.util.ResourceLeakDetector;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zonedrift.sim.world.Truth;
import org.zonedrift.verdict.Verdict;

/**
 * Whatever the world, the weather and the configuration: one report for each target, no difference invented, no limit
 * exceeded, and an end. {@code scripts/storm SEED...} runs the seeds that a failure names, and they do the same again.
 */
class StormTest {

    private static final Set<Verdict> DIFFERENCES = EnumSet.of(Verdict.MISMATCH, Verdict.MISMATCH_SOURCES);
    private static final Map<String, Integer> STORMS = Map.of("quick", 20, "full", 200, "all", 3_000);

    /** How many of the storms are run twice. */
    private static final int REPLAYED = 5;

    @TempDir
    Path folder;

    @Test
    void noStormBreaksAPromise() throws IOException {
        ResourceLeakDetector.Level before = ResourceLeakDetector.getLevel();
        // Of so many storms a sample of the buffers will do; those that are run twice are watched in full.
        ResourceLeakDetector.setLevel(ResourceLeakDetector.Level.SIMPLE);
        try {
            noneBreaksAPromise();
        } finally {
            ResourceLeakDetector.setLevel(before);
        }
    }

    private void noneBreaksAPromise() throws IOException {
        Map<Long, List<String>> wrong = new TreeMap<>();
        long packets = 0;
        for (long seed : seeds()) {
            StormRun run = new StormRun(Storm.of(seed), folder.resolve("storm-" + seed));
            List<String> broken = broken(run);
            packets += run.packets();
            if (!broken.isEmpty()) {
                wrong.put(seed, broken.subList(0, Math.min(5, broken.size())));
            }
        }
        assertThat(packets).isPositive();
        assertThat(wrong)
                .as("broken promises; see them again by: scripts/storm %s", wrong.keySet())
                .isEmpty();
    }

    @Test
    void theSameSeedIsTheSameStorm() throws IOException {
        for (long seed : LongStream.rangeClosed(1, REPLAYED).toArray()) {
            StormRun once = new StormRun(Storm.of(seed), folder.resolve("once-" + seed));
            StormRun again = new StormRun(Storm.of(seed), folder.resolve("again-" + seed));
            assertThat(once.found()).as("storm %s", seed).isEqualTo(again.found());
            assertThat(once.traces()).as("storm %s", seed).isEqualTo(again.traces());
        }
    }

    /** Seeds by name ({@code -Dzonedrift.storms=17,100-199}), else as many as the tier allows. */
    private static long[] seeds() {
        String named = System.getProperty("zonedrift.storms", "");
        if (named.isEmpty()) {
            return LongStream.rangeClosed(1, STORMS.get(System.getProperty("zonedrift.tier", "quick")))
                    .toArray();
        }
        LongStream seeds = LongStream.empty();
        for (String range : named.split(",", -1)) {
            String[] ends = range.split("-", 2);
            seeds = LongStream.concat(
                    seeds, LongStream.rangeClosed(Long.parseLong(ends[0]), Long.parseLong(ends[ends.length - 1])));
        }
        return seeds.toArray();
    }

    private static List<String> broken(StormRun run) throws IOException {
        List<String> broken = new ArrayList<>();
        long[] lines = new long[(int) run.world().zones() + 1];
        for (Found found : run.found()) {
            lines[(int) found.line()]++;
            Truth truth = run.world().truth(found.line() - 1);
            boolean differs = DIFFERENCES.contains(truth.first()) || DIFFERENCES.contains(truth.verdict());
            boolean mayBe = truth.allowedUnderLoss().contains(found.verdict())
                    || differs && DIFFERENCES.contains(found.verdict());
            if (!mayBe || !truth.name().toString().equals(found.name())) {
                broken.add(found + ", but " + truth);
            }
        }
        for (int line = 1; line < lines.length; line++) {
            if (lines[line] != 1) {
                broken.add(lines[line] + " records of target " + line);
            }
        }
        broken.addAll(run.wrong());
        return broken;
    }
}
