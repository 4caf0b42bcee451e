package org.zonedrift.cli.bench;

import java.util.List;
import org.zonedrift.fleet.BenchPlan;
import org.zonedrift.fleet.Capacity;
import org.zonedrift.fleet.Freshness;
import org.zonedrift.fleet.Resolver;
import org.zonedrift.fleet.StepResult;

/**
 * Everything that a benchmark found out.
 *
 * @param steps those that were asked for, without rehearsals
 * @param freshness by resolver; empty if nobody looked
 * @param limits what counts as bearing a load
 */
record Results(
        BenchPlan plan, List<StepResult> steps, List<Freshness> freshness, HostEffects host, Capacity.Limits limits) {

    Results {
        steps = List.copyOf(steps);
        freshness = List.copyOf(freshness);
    }

    List<Resolver> fleet() {
        return plan.resolvers();
    }
}
