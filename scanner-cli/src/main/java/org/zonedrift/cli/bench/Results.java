package org.zonedrift.cli.bench;

import java.util.List;
import org.HdrHistogram.Histogram;
import org.zonedrift.fleet.BenchPlan;
import org.zonedrift.fleet.Capacity;
import org.zonedrift.fleet.Freshness;
import org.zonedrift.fleet.Resolver;
import org.zonedrift.fleet.StepResult;

/**
 * Everything that a benchmark found out.
 *
 * @param quiet by resolver, what it took before any load, in nanoseconds
 * @param steps those that were asked for, without rehearsals
 * @param freshness by resolver; empty if nobody looked
 * @param limits what counts as bearing a load
 */
record Results(
        BenchPlan plan,
        List<Histogram> quiet,
        List<StepResult> steps,
        List<Freshness> freshness,
        HostEffects host,
        Capacity.Limits limits) {

    Results {
        quiet = List.copyOf(quiet);
        steps = List.copyOf(steps);
        freshness = List.copyOf(freshness);
    }

    List<Resolver> fleet() {
        return plan.resolvers();
    }
}
