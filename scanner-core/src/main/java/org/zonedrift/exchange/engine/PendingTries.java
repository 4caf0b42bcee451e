package org.zonedrift.exchange.engine;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The tries that one port's ids stand for. Confined to its lane; allocates only as long as more tries
 * wait than ever before.
 *
 * <p>Tries of a bucket hold on to each other: a place for each id would take more memory than a
 * processor keeps at hand, and so cost a wait for each question and each reply.
 */
final class PendingTries {

    /** A quarter of the id space: a random id is free three times out of four. */
    static final int HELD_MAX = 1 << 14;

    private static final int IDS = 1 << 16;

    /** At first; doubled whenever as many tries wait. A power of two. */
    private static final int BUCKETS_MIN = 1 << 8;

    private @Nullable Try[] buckets = new Try[BUCKETS_MIN];

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
        while (at(id) != null) {
            id = random.next();
        }
        if (held == buckets.length) {
            grow();
        }
        file(pending, id);
        lastServer[id] = shortHash(serverHash);
        held++;
        return id;
    }

    private void file(Try pending, int id) {
        int bucket = id & buckets.length - 1;
        pending.file(id, buckets[bucket]);
        buckets[bucket] = pending;
    }

    private void grow() {
        @Nullable Try[] fewer = buckets;
        buckets = new Try[fewer.length * 2];
        for (Try first : fewer) {
            Try pending = first;
            while (pending != null) {
                Try behind = pending.behind();
                file(pending, pending.id());
                pending = behind;
            }
        }
    }

    @Nullable
    Try at(int id) {
        Try pending = buckets[id & buckets.length - 1];
        while (pending != null && pending.id() != id) {
            pending = pending.behind();
        }
        return pending;
    }

    /** Takes out a try that was filed. */
    void remove(Try pending) {
        int bucket = pending.id() & buckets.length - 1;
        Try before = buckets[bucket];
        if (before == pending) {
            buckets[bucket] = pending.behind();
        } else {
            while (before != null && before.behind() != pending) {
                before = before.behind();
            }
            if (before == null) {
                throw new IllegalStateException("the try holds no id here");
            }
            before.file(before.id(), pending.behind());
        }
        held--;
    }

    /** Whether the last question under this id went to a server of this hash. */
    boolean lastWentTo(int id, int serverHash) {
        return lastServer[id] == shortHash(serverHash);
    }

    void collectQuestions(Set<UdpQuestion> open) {
        for (Try first : buckets) {
            for (Try pending = first; pending != null; pending = pending.behind()) {
                UdpQuestion question = pending.question();
                if (question != null) {
                    open.add(question);
                }
            }
        }
    }

    private static short shortHash(int hash) {
        return (short) (hash ^ hash >>> 16);
    }
}
