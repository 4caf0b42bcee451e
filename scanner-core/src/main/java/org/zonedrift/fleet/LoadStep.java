package org.zonedrift.fleet;

import java.time.Duration;

/**
 * One stretch of a benchmark with results of its own.
 *
 * @param length how long queries become due, the warm-up included
 * @param warmUp at the beginning of it, asked but not counted
 * @param queriesMax for each resolver, then it ends early; {@link Long#MAX_VALUE} for no such end
 */
public record LoadStep(Load load, Duration length, Duration warmUp, long queriesMax) {

    public LoadStep {
        if (warmUp.compareTo(length) >= 0) {
            throw new IllegalArgumentException("a step that is nothing but warm-up");
        }
    }

    /** Without warm-up and without an end by count. */
    public static LoadStep of(Load load, Duration length) {
        return new LoadStep(load, length, Duration.ZERO, Long.MAX_VALUE);
    }
}
