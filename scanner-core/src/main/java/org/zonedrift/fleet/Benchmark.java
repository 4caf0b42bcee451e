package org.zonedrift.fleet;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;
import org.zonedrift.exchange.Lane;

/** A whole benchmark: one step after the other, each on all lanes at once. */
public final class Benchmark {

    private final BenchPlan plan;
    private final List<LanePart> parts = new ArrayList<>();
    private final List<StepResult> results = new ArrayList<>();
    private final CompletableFuture<List<StepResult>> outcome = new CompletableFuture<>();
    private volatile boolean stopped;

    /**
     * @param wires the ways from a lane to the resolvers
     */
    public Benchmark(
            List<? extends Lane> lanes, Function<Lane, Wires> wires, BenchPlan plan, Repertoire.Source source) {
        this.plan = plan;
        for (int i = 0; i < lanes.size(); i++) {
            Lane lane = lanes.get(i);
            LaneShare share = new LaneShare(i, lanes.size());
            parts.add(new LanePart(new Courier(lane, wires.apply(lane), plan), plan, source, share));
        }
    }

    /** Begins; the future holds a result for each step, or for those before it was stopped. */
    public CompletableFuture<List<StepResult>> start() {
        begin(0);
        return outcome;
    }

    /** Ends early: nothing more is asked, and what is under way is waited for. From anywhere. */
    public void stop() {
        stopped = true;
        parts.forEach(LanePart::stop);
    }

    private void begin(int number) {
        if (stopped || number == plan.steps().size()) {
            outcome.complete(List.copyOf(results));
            return;
        }
        LoadStep step = plan.steps().get(number);
        long start = parts.get(0).now();
        AtomicInteger running = new AtomicInteger(parts.size());
        for (LanePart part : parts) {
            part.begin(step, start, () -> {
                if (running.decrementAndGet() == 0) {
                    ended(number, start);
                }
            });
        }
    }

    /** On the lane that was the last to finish. */
    private void ended(int number, long start) {
        LoadStep step = plan.steps().get(number);
        long end = Math.min(parts.get(0).now() - start, step.length().toNanos());
        List<Tally> tallies = new ArrayList<>(parts.get(0).tallies().counted());
        double behindMax = 0;
        for (LanePart part : parts) {
            behindMax = Math.max(behindMax, part.tallies().behindMax());
            if (part != parts.get(0)) {
                List<Tally> more = part.tallies().counted();
                for (int i = 0; i < tallies.size(); i++) {
                    tallies.get(i).add(more.get(i));
                }
            }
        }
        long warmUp = step.warmUp().toNanos();
        results.add(new StepResult(step, start + warmUp, end - warmUp, tallies, behindMax));
        begin(number + 1);
    }

    /** What one lane brings along through all steps. */
    private static final class LanePart {

        private final Courier courier;
        private final BenchPlan plan;
        private final LaneShare share;
        private final Turns turns;
        private final List<Repertoire> own;
        private StepTallies tallies;
        private LaneStep running = new Idle();

        LanePart(Courier courier, BenchPlan plan, Repertoire.Source source, LaneShare share) {
            this.courier = courier;
            this.plan = plan;
            this.share = share;
            int resolvers = plan.resolvers().size();
            this.turns = new Turns(source.on(share.lane(), share.lanes()), resolvers, plan.seed() + share.lane());
            this.own = Stream.generate(() -> source.on(share.lane(), share.lanes()))
                    .limit(resolvers)
                    .toList();
            this.tallies = new StepTallies(plan.steps().get(0), share, resolvers, 0);
        }

        long now() {
            return courier.lane().now();
        }

        StepTallies tallies() {
            return tallies;
        }

        void begin(LoadStep step, long start, Runnable done) {
            courier.lane().execute(() -> {
                tallies = new StepTallies(step, share, plan.resolvers().size(), start);
                running = step(step, start, done);
                running.begin();
            });
        }

        private LaneStep step(LoadStep step, long start, Runnable done) {
            if (step.load() instanceof Load.Open open) {
                Arrivals arrivals = OpenLoop.schedule(open, plan, share, start);
                turns.beginStep();
                return new OpenLoop(courier, arrivals, turns, tallies, done);
            }
            int outstanding = ((Load.Closed) step.load()).outstanding();
            return new ClosedLoop(courier, tallies, own, (int) share.of(outstanding), done);
        }

        void stop() {
            courier.lane().execute(() -> running.stop());
        }
    }

    /** Before the first step. */
    private static final class Idle implements LaneStep {

        @Override
        public void begin() {}

        @Override
        public void stop() {}
    }
}
