package org.zonedrift.sim.world;

import java.util.Arrays;

/** The operators of the world by rank: what share of the zones each has, and how many servers. */
final class Providers {

    private static final int HEAD = 10;

    /** Addresses of a provider of the head, the middle, the tail: answering, and dark. */
    private static final int[] LIVE = {24, 12, 4};

    private static final int[] DARK = {2, 2, 1};

    /** Addresses kept for the root and the top-level domains. */
    private static final int RESERVED = 32;

    private final double[] cumulated;
    private final double[] shares;
    private final int[] pools;
    private final int middleLast;

    Providers(Parameters parameters, int pool, long zones) {
        this.middleLast = (int) parameters.number("provider.middle.last");
        this.shares = new double[countFor(pool) + 1];
        addHead(parameters.numbers("provider.head"));
        addMiddle(parameters.number("provider.middle.exponent"), parameters.number("provider.middle.share"));
        addTail(parameters);
        double total = Arrays.stream(shares).sum();
        this.cumulated = new double[shares.length];
        for (int rank = 1; rank < shares.length; rank++) {
            shares[rank] /= total;
            cumulated[rank] = cumulated[rank - 1] + shares[rank];
        }
        this.pools = pools(parameters, zones);
    }

    /** How many server names a provider has, whose zones are so many. */
    private int[] pools(Parameters parameters, long zones) {
        double factor = parameters.number("pool.factor");
        double exponent = parameters.number("pool.exponent");
        double least = parameters.number("pool.least");
        double most = parameters.number("pool.most");
        int[] sizes = new int[shares.length];
        for (int rank = 1; rank < sizes.length; rank++) {
            double size = factor * Math.pow(zones * shares[rank] / 1000, exponent);
            sizes[rank] = (int) Math.round(Math.min(most, Math.max(least, size)));
        }
        return sizes;
    }

    /** As many providers as the pool of addresses has room for. */
    private int countFor(int pool) {
        int left = pool - RESERVED - HEAD * (LIVE[0] + DARK[0]) - (middleLast - HEAD) * (LIVE[1] + DARK[1]);
        int tail = left / (LIVE[2] + DARK[2]);
        if (tail < 1) {
            throw new IllegalArgumentException("a pool of " + pool + " addresses is too small");
        }
        return middleLast + tail;
    }

    private void addHead(double[] percent) {
        System.arraycopy(percent, 0, shares, 1, HEAD);
    }

    private void addMiddle(double exponent, double share) {
        double sum = 0;
        for (int rank = HEAD + 1; rank <= middleLast; rank++) {
            sum += Math.pow(rank, -exponent);
        }
        for (int rank = HEAD + 1; rank <= middleLast; rank++) {
            shares[rank] = share * Math.pow(rank, -exponent) / sum;
        }
    }

    /** The whole tail, folded onto the providers for which there are addresses. */
    private void addTail(Parameters parameters) {
        int last = (int) parameters.number("provider.last");
        double exponent = parameters.number("provider.tail.exponent");
        double sum = 0;
        for (int rank = middleLast + 1; rank <= last; rank++) {
            sum += Math.pow(rank, -exponent);
        }
        double scale = parameters.number("provider.tail.share") / sum;
        int room = shares.length - 1 - middleLast;
        for (int rank = middleLast + 1; rank <= last; rank++) {
            shares[middleLast + 1 + (rank - middleLast - 1) % room] += scale * Math.pow(rank, -exponent);
        }
    }

    /** How many there are; ranks begin with 1. */
    int count() {
        return shares.length - 1;
    }

    double share(int rank) {
        return shares[rank];
    }

    /** The rank of the provider in whose stretch the number from 0 to 1 lies. */
    int rankAt(double number) {
        int found = Arrays.binarySearch(cumulated, number);
        int rank = found >= 0 ? found + 1 : -found - 1;
        return Math.min(Math.max(rank, 1), count());
    }

    /** Server names. */
    int pool(int rank) {
        return pools[rank];
    }

    /** Addresses that answer. */
    int live(int rank) {
        return LIVE[tier(rank)];
    }

    /** Addresses at which nobody ever answers. */
    int dark(int rank) {
        return DARK[tier(rank)];
    }

    private int tier(int rank) {
        return rank <= HEAD ? 0 : rank <= middleLast ? 1 : 2;
    }
}
