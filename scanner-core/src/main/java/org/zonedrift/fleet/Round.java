package org.zonedrift.fleet;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.zonedrift.wire.DnsMessage;
import org.zonedrift.zone.DomainName;

/** One query put to the resolvers of the fleet, each in its turn. Confined to its lane. */
final class Round {

    /** The round before the first. */
    static final Round NONE = new Round(new Query(DomainName.ROOT, 0), new Tally[0], 0);

    private final Query query;
    private final Tally[] tallies;

    /** Null for a round of one, who has nobody to be compared with. */
    private final @Nullable Said @Nullable [] said;

    /** Nanoseconds by resolver; null like the above. */
    private final long @Nullable [] needed;

    private int open;
    private boolean unsent;

    private Round(Query query, Tally[] tallies, int resolvers) {
        this.query = query;
        this.tallies = tallies;
        this.open = resolvers;
        this.said = resolvers == 1 ? null : new Said[resolvers];
        this.needed = resolvers == 1 ? null : new long[resolvers];
    }

    /**
     * A round of all resolvers.
     *
     * @param tallies by resolver, where the round is counted
     */
    static Round ofFleet(Query query, Tally[] tallies) {
        return new Round(query, tallies, tallies.length);
    }

    /** A round of one of them, whose answer nobody else's is compared with. */
    static Round ofOne(Query query, Tally[] tallies) {
        return new Round(query, tallies, 1);
    }

    Query query() {
        return query;
    }

    Tally tally(int resolver) {
        return tallies[resolver];
    }

    void answered(int resolver, Tally.Times times, DnsMessage message) {
        tallies[resolver].answered(times, message);
        if (said != null) {
            said[resolver] = Said.of(message);
        } else {
            tallies[resolver].judged(Ballot.judgeAlone(message.rcode()));
        }
        ended(resolver, times);
    }

    void lost(int resolver, Tally.Times times) {
        tallies[resolver].lost(times);
        unsent |= times.left() < 0;
        ended(resolver, times);
    }

    private void ended(int resolver, Tally.Times times) {
        if (needed != null) {
            needed[resolver] = times.latency();
        }
        if (--open == 0 && said != null && needed != null) {
            judge(said);
            if (!unsent) {
                pair(needed);
            }
        }
    }

    private void judge(@Nullable Said[] answers) {
        @Nullable Judged[] judged = Ballot.judge(answers);
        for (int i = 0; i < judged.length; i++) {
            Judged one = judged[i];
            if (one != null) {
                tallies[i].judged(one);
            }
        }
    }

    /** What is lost has taken as long as we were ready to wait. */
    private void pair(long[] nanos) {
        long usual = middle(nanos);
        for (int i = 0; i < nanos.length; i++) {
            tallies[i].paired().add(nanos[i] - usual);
        }
    }

    private static long middle(long[] values) {
        long[] sorted = values.clone();
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }
}
