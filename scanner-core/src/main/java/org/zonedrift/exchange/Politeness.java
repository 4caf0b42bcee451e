package org.zonedrift.exchange;

/**
 * How many questions a second others are asked at most.
 *
 * @param total all questions of the scan together; 0 is no limit
 * @param perServer questions to one address; 0 lifts the limits of prefixes, operators and parents
 *     as well
 */
public record Politeness(int total, int perServer) {

    /** What a scan of the Internet may do unless its operator says otherwise. */
    public static final Politeness DEFAULT = new Politeness(10_000, 50);

    /** No limits: for servers of one's own only. */
    public static final Politeness NONE = new Politeness(0, 0);

    /** A /24 or /48 whose operator nobody knows. */
    static final int PER_PREFIX = 200;

    /** All servers of one operator of the provider table. */
    static final int PER_OPERATOR = 2_000;

    /** One resolver, which is there to be asked. */
    static final int PER_RESOLVER = 1_000;

    public Politeness {
        if (total < 0 || perServer < 0) {
            throw new IllegalArgumentException("a rate is 0 or more");
        }
    }

    /** The limits of one of several machines or shards that scan together. */
    public Politeness sharedBy(int scanners) {
        return new Politeness(part(total, scanners), part(perServer, scanners));
    }

    private static int part(int rate, int scanners) {
        return rate == 0 ? 0 : Math.max(1, rate / scanners);
    }
}
