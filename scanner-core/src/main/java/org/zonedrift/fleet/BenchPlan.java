package org.zonedrift.fleet;

import java.time.Duration;
import java.util.List;
import org.zonedrift.exchange.Manner;

/**
 * What a benchmark does.
 *
 * @param manner how every query is put
 * @param timeout a query without an answer by then is lost
 * @param seed fixes the schedule and the order of the resolvers
 */
public record BenchPlan(List<Resolver> resolvers, Manner manner, Duration timeout, List<LoadStep> steps, long seed) {

    public BenchPlan {
        resolvers = List.copyOf(resolvers);
        steps = List.copyOf(steps);
        if (resolvers.isEmpty() || steps.isEmpty()) {
            throw new IllegalArgumentException("a benchmark needs resolvers and steps");
        }
    }
}
