package org.zonedrift.sim.network;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long a packet is under way in one direction. */
@FunctionalInterface
public interface Delay {

    long nanos(RandomGenerator random);

    /** Always the same. */
    static Delay of(Duration constant) {
        long nanos = constant.toNanos();
        return random -> nanos;
    }

    /** Anything between the two, each as likely. */
    static Delay between(Duration least, Duration most) {
        long from = least.toNanos();
        long span = most.toNanos() - from;
        return random -> from + (long) (random.nextDouble() * span);
    }

    /** Log-normal, as measured on the Internet: half of all packets are faster than the median. */
    static Delay logNormal(Duration median, double sigma) {
        long nanos = median.toNanos();
        return random -> (long) (nanos * Math.exp(sigma * random.nextGaussian()));
    }
}
