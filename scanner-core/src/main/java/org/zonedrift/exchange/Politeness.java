package org.zonedrift.exchange;

/**
 * How many questions a second others are asked at most.
 *
 * @param total all questions of the scan together; 0 is no limit
 * @param perServer questions to one address; 0 lifts the limits of prefixes, operators and parents
 *     as well
 * @param perPrefix questions to a /24 or /48 whose operator nobody knows
 * @param perOperator questions to all servers of one operator of the provider table
 */
public record Politeness(int total, int perServer, int perPrefix, int perOperator) {

    private static final int USUAL_PER_PREFIX = 200;
    private static final int USUAL_PER_OPERATOR = 2_000;

    /** What a scan of the Internet may do unless its operator says otherwise. */
    public static final Politeness DEFAULT = new Politeness(10_000, 50);

    /** No limits: for servers of one's own only. */
    public static final Politeness NONE = new Politeness(0, 0);

    /** One resolver, which is there to be asked. */
    static final int PER_RESOLVER = 1_000;

    public Politeness {
        if (total < 0 || perServer < 0 || perPrefix < 0 || perOperator < 0) {
            throw new IllegalArgumentException("a rate is 0 or more");
        }
    }

    /** What those who share a prefix or an operator are asked stays as it is usual. */
    public Politeness(int total, int perServer) {
        this(total, perServer, USUAL_PER_PREFIX, USUAL_PER_OPERATOR);
    }

    /** The limits of one of several machines or shards that scan together. */
    public Politeness sharedBy(int scanners) {
        double share = 1.0 / scanners;
        return new Politeness(
                part(total, share), part(perServer, share), part(perPrefix, share), part(perOperator, share));
    }

    /** A part of a rate, which stays a rate: no limit is none for anybody. */
    static int part(int rate, double share) {
        return rate == 0 ? 0 : (int) Math.max(1, rate * share);
    }
}
