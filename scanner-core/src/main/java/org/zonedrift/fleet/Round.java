package org.zonedrift.fleet;

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

    private int open;

    private Round(Query query, Tally[] tallies, int resolvers) {
        this.query = query;
        this.tallies = tallies;
        this.open = resolvers;
        this.said = resolvers == 1 ? null : new Said[resolvers];
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

    void answered(int resolver, DnsMessage message) {
        if (said != null) {
            said[resolver] = Said.of(message);
        } else {
            tallies[resolver].judged(Ballot.judgeAlone(message.rcode()));
        }
        ended();
    }

    void unanswered() {
        ended();
    }

    private void ended() {
        if (--open == 0 && said != null) {
            @Nullable Judged[] judged = Ballot.judge(said);
            for (int i = 0; i < judged.length; i++) {
                Judged one = judged[i];
                if (one != null) {
                    tallies[i].judged(one);
                }
            }
        }
    }
}
