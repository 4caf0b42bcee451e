package org.zonedrift.fleet;

import java.util.SplittableRandom;

/**
 * The order in which resolvers get their queries: each round's query goes to all of them, in an
 * order drawn anew, so that none is always first. Confined to its lane.
 */
final class Turns {

    private final Repertoire repertoire;
    private final SplittableRandom random;
    private final int[] order;
    private Round round = Round.NONE;
    private int position;

    Turns(Repertoire repertoire, int resolvers, long seed) {
        this.repertoire = repertoire;
        this.random = new SplittableRandom(seed);
        this.order = new int[resolvers];
        for (int i = 0; i < resolvers; i++) {
            order[i] = i;
        }
        this.position = resolvers;
    }

    boolean isBetweenRounds() {
        return position == order.length;
    }

    /** Leaves a round that an interruption cut short. */
    void beginStep() {
        position = order.length;
    }

    void beginRound(Tally[] tallies) {
        round = Round.ofFleet(repertoire.next(), tallies);
        shuffle();
        position = 0;
    }

    Round round() {
        return round;
    }

    int nextResolver() {
        return order[position++];
    }

    private void shuffle() {
        for (int i = order.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int kept = order[i];
            order[i] = order[other];
            order[other] = kept;
        }
    }
}
