package org.zonedrift.fleet;

import java.util.random.RandomGenerator;

/** How queries follow one another at a given mean rate. */
public enum Spacing {
    /** As those of many clients who do not know of one another. */
    POISSON {
        @Override
        double gap(RandomGenerator random) {
            return -Math.log(1 - random.nextDouble());
        }
    },
    /** Like a clock. */
    CONSTANT {
        @Override
        double gap(RandomGenerator random) {
            return 1;
        }
    };

    /** The gap before the next query, where the mean gap is 1. */
    abstract double gap(RandomGenerator random);
}
