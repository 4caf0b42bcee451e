package org.zonedrift.sim.world;

/**
 * Numbers drawn from a seed, each known by what it is for: whoever draws the same again gets the
 * same again, in any order.
 */
final class Dice {

    /** What a number is drawn for; the order of the constants is part of every world. */
    enum Draw {
        NAME,
        TLD,
        EXISTENCE,
        NS_COUNT,
        PROVIDER,
        SECOND_PROVIDER,
        SLICE,
        MULTI_OPERATOR,
        INDEPENDENT,
        INDEPENDENT_MISMATCH,
        NAMING,
        DEPTH,
        CYCLE,
        LAME,
        LAME_KIND,
        LAME_SEAT,
        PARENT_CHILD,
        SCHEME,
        SECOND_SCHEME,
        SERIAL,
        SECOND_SERIAL,
        TIMERS,
        DRIFT,
        DRIFT_KIND,
        LAG,
        LAGGARD,
        OTHER_SOA,
        ADDRESSES,
        IPV6,
        TRAIT,
        RTT,
        LOSS,
        AWAY,
        RTT_KIND,
        LIMIT
    }

    private static final long GOLDEN = 0x9e3779b97f4a7c15L;
    private static final double TO_SHARE = 0x1.0p-53;

    private final long seed;

    Dice(long seed) {
        this.seed = mix(seed + GOLDEN);
    }

    /** 64 bits. */
    long bits(long number, Draw what) {
        return mix(mix(seed ^ number * GOLDEN) + (what.ordinal() + 1) * 0xd1342543de82ef95L);
    }

    /** From 0 inclusive to 1 exclusive. */
    double share(long number, Draw what) {
        return (bits(number, what) >>> 11) * TO_SHARE;
    }

    /** From 0 inclusive to the bound exclusive. */
    int below(int bound, long number, Draw what) {
        return (int) Long.remainderUnsigned(bits(number, what), bound);
    }

    /** Drawn from the normal distribution with mean 0 and deviation 1 (Box and Muller). */
    double gaussian(long number, Draw what) {
        long bits = bits(number, what);
        double radius = Math.sqrt(-2 * Math.log(((bits >>> 32) + 1) * 0x1.0p-32));
        return radius * Math.cos(2 * Math.PI * (bits & 0xffffffffL) * 0x1.0p-32);
    }

    /** The finalizer of SplitMix64: every bit of the input moves every bit of the output. */
    private static long mix(long value) {
        long mixed = (value ^ value >>> 30) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94d049bb133111ebL;
        return mixed ^ mixed >>> 31;
    }
}
