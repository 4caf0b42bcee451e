package org.zonedrift.exchange.engine;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The tries that one port's ids stand for. Confined to its lane; allocates nothing. */
final class PendingTries {

    /** A quarter of the id space: a random id is free three times out of four. */
    static final int HELD_MAX = 1 << 14;

    private static final int IDS = 1 << 16;

    private final @Nullable Try[] byId = new Try[IDS];

    /** To whom each id went last, by hash: tells a late reply from a guess. */
    private final short[] lastServer = new short[IDS];

    private final UnguessableNumbers random;
    private int held;

    PendingTries(UnguessableNumbers random) {
        this.random = random;
    }

    boolean isFull() {
        return held == HELD_MAX;
    }

    /** Files the try under an id that nobody can guess; there must be room. */
    int add(Try pending, int serverHash) {
        if (held == HELD_MAX) {
            throw new IllegalStateException("no free id");
        }
        int id = random.next();
        while (byId[id] != null) {
            id = random.next();
        }
        byId[id] = pending;
        lastServer[id] = shortHash(serverHash);
        held++;
        return id;
    }

    @Nullable
    Try at(int id) {
        return byId[id];
    }

    void remove(int id) {
        byId[id] = null;
        held--;
    }

    /** Whether the last question under this id went to a server of this hash. */
    boolean lastWentTo(int id, int serverHash) {
        return lastServer[id] == shortHash(serverHash);
    }

    void collectQuestions(Set<UdpQuestion> open) {
        for (Try pending : byId) {
            UdpQuestion question = pending == null ? null : pending.question();
            if (question != null) {
                open.add(question);
            }
        }
    }

    private static short shortHash(int hash) {
        return (short) (hash ^ hash >>> 16);
    }
}
