package org.zonedrift.sim.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

/** Shares that are as they should be, up to what chance explains. */
final class WithinChance {

    /** Deviations that are still chance: one in 1.7 million goes further. */
    private static final double SIGMAS = 5;

    private WithinChance() {}

    static void assertShare(long seen, long of, double share) {
        assertEffective(seen, of, share, (double) of);
    }

    /**
     * The same where some decisions count many times.
     *
     * @param decisions as many independent ones of the same weight would be as certain
     */
    static void assertEffective(long seen, long of, double share, double decisions) {
        double sigma = of * Math.sqrt(share * (1 - share) / decisions);
        assertThat((double) seen).isBetween(of * share - SIGMAS * sigma - 1, of * share + SIGMAS * sigma + 1);
    }

    static void assertMix(Map<String, Integer> seen, Shares wanted) {
        int all = seen.values().stream().mapToInt(Integer::intValue).sum();
        assertThat(wanted.labels()).containsAll(seen.keySet());
        for (int i = 0; i < wanted.labels().size(); i++) {
            assertShare(seen.getOrDefault(wanted.labels().get(i), 0), all, wanted.share(i) / wanted.sum());
        }
    }

    /** The share of a normal distribution below so many deviations (Zelen and Severo, 7 digits). */
    static double normalBelow(double deviations) {
        double z = Math.abs(deviations);
        double t = 1 / (1 + .2316419 * z);
        double tail = Math.exp(-z * z / 2)
                / Math.sqrt(2 * Math.PI)
                * t
                * (.319381530 + t * (-.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
        return deviations < 0 ? tail : 1 - tail;
    }

    /** The share of a lognormal distribution below a bound. */
    static double lognormalBelow(double bound, double median, double sigma) {
        return normalBelow(Math.log(bound / median) / sigma);
    }
}
