package org.zonedrift.cli.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zonedrift.cli.console.Refusal;
import org.zonedrift.cli.option.Durations;
import org.zonedrift.fleet.Capacity;
import org.zonedrift.fleet.Load;
import org.zonedrift.fleet.LoadStep;
import org.zonedrift.fleet.RateProfile;
import org.zonedrift.fleet.Spacing;
import picocli.CommandLine.Option;

/** How hard the resolvers are pressed, and for how long. Rates are for each resolver. */
public final class LoadOptions {

    /** What any resolver bears, and its owner does not notice. */
    static final int USUAL_RATE = 200;

    @Option(
            names = "--rate",
            paramLabel = "QPS",
            description = "queries a second to each resolver (default: " + USUAL_RATE + ")")
    @Nullable
    Integer rate;

    @Option(
            names = "--ramp",
            paramLabel = "TIME",
            converter = Durations.class,
            description = "rise from nothing to --max-qps in this time, to find what each resolver takes")
    @Nullable
    Duration ramp;

    @Option(
            names = "--max-qps",
            paramLabel = "QPS",
            defaultValue = "10000",
            description = "where a ramp ends (default: ${DEFAULT-VALUE})")
    int maxQps = 10_000;

    @Option(
            names = "--steps",
            paramLabel = "QPS,...",
            split = ",",
            description = "one rate after the other, each for --duration")
    List<Integer> steps = List.of();

    @Option(
            names = "--closed-loop",
            paramLabel = "N",
            description = "keep N queries waiting for each resolver, as dnsperf does: its pauses hide themselves")
    @Nullable
    Integer closedLoop;

    @Option(
            names = {"-l", "--duration"},
            paramLabel = "TIME",
            defaultValue = "30s",
            converter = Durations.class,
            description = "how long each step takes (default: ${DEFAULT-VALUE})")
    Duration duration = Duration.ofSeconds(30);

    @Option(names = "--count", paramLabel = "N", description = "end after N queries to each resolver")
    @Nullable
    Long count;

    @Option(
            names = "--warm-up",
            paramLabel = "TIME",
            defaultValue = "5s",
            converter = Durations.class,
            description = "before each step, asked but not counted, until caches and this program are warm "
                    + "(default: ${DEFAULT-VALUE})")
    Duration warmUp = Duration.ofSeconds(5);

    @Option(
            names = "--max-loss",
            paramLabel = "PERCENT",
            defaultValue = "0.5",
            description = "what a ramp lets a resolver lose before that is too much (default: ${DEFAULT-VALUE})")
    double maxLoss = 0.5;

    @Option(
            names = "--max-p95",
            paramLabel = "TIME",
            defaultValue = "1s",
            converter = Durations.class,
            description = "when 95 of 100 answers must be there on a ramp (default: ${DEFAULT-VALUE})")
    Duration maxP95 = Duration.ofSeconds(1);

    @Option(
            names = "--spacing",
            paramLabel = "poisson|constant",
            defaultValue = "poisson",
            description = "as many independent clients would ask, or like a clock (default: ${DEFAULT-VALUE})")
    Spacing spacing = Spacing.POISSON;

    /** A day at a time: with --count alone the step ends by its count. */
    private static final Duration UNTIL_COUNTED = Duration.ofDays(1);

    /**
     * The steps that these options add up to; of a ramp the first is a rehearsal.
     *
     * @param warming what the first warm-up must last at least
     */
    List<LoadStep> plan(Duration warming) {
        long modes = List.of(rate != null, ramp != null, !steps.isEmpty(), closedLoop != null).stream()
                .filter(given -> given)
                .count();
        if (modes > 1) {
            throw Refusal.wrongUsage("--rate, --ramp, --steps and --closed-loop exclude one another");
        }
        Duration risen = ramp;
        if (risen != null) {
            positive("--max-qps", maxQps);
            LoadStep rising = LoadStep.of(open(RateProfile.ramp(maxQps, risen.toMillis() / 1e3)), risen);
            return rehearsals() == 0 ? List.of(rising) : List.of(rehearsal(warming), rising);
        }
        Integer outstanding = closedLoop;
        if (outstanding != null) {
            positive("--closed-loop", outstanding);
            return List.of(step(new Load.Closed(outstanding), longer(warmUp, warming)));
        }
        List<LoadStep> plan = new ArrayList<>();
        for (int one : steps.isEmpty() ? List.of(rate == null ? USUAL_RATE : rate) : steps) {
            positive(steps.isEmpty() ? "--rate" : "--steps", one);
            plan.add(step(open(RateProfile.constant(one)), plan.isEmpty() ? longer(warmUp, warming) : warmUp));
        }
        return plan;
    }

    /** The highest rate at which one resolver will be asked; an idea of it for a closed loop. */
    int highestRate() {
        if (ramp != null) {
            return maxQps;
        }
        if (closedLoop != null) {
            return Integer.MAX_VALUE;
        }
        return steps.stream().mapToInt(one -> one).max().orElse(rate == null ? USUAL_RATE : rate);
    }

    /** At which rate caches are warmed. */
    int firstRate() {
        return ramp != null || closedLoop != null ? USUAL_RATE : steps.isEmpty() ? highestRate() : steps.get(0);
    }

    /** Whether the user has chosen no way to press the resolvers. */
    boolean isUsual() {
        return rate == null && ramp == null && steps.isEmpty() && closedLoop == null;
    }

    /** Steps at the beginning whose results nobody wants. */
    int rehearsals() {
        return ramp == null || warmUp.isZero() ? 0 : 1;
    }

    private LoadStep rehearsal(Duration warming) {
        return LoadStep.of(open(RateProfile.constant(Math.min(maxQps, USUAL_RATE))), longer(warmUp, warming));
    }

    private LoadStep step(Load load, Duration before) {
        Long queries = count;
        Duration counted = queries == null ? duration : UNTIL_COUNTED;
        return new LoadStep(load, before.plus(counted), before, queries == null ? Long.MAX_VALUE : queries);
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    /** What counts as bearing a load. */
    Capacity.Limits limits() {
        return new Capacity.Limits(maxLoss / 100, maxP95.toNanos());
    }

    private Load.Open open(RateProfile profile) {
        return new Load.Open(profile, spacing);
    }

    private static void positive(String option, int value) {
        if (value < 1) {
            throw Refusal.wrongUsage(option + " " + value + ": 1 at least, please");
        }
    }
}
