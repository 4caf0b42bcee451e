package org.zonedrift.exchange;

import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** A limit at which one passage of a lane waits, and the others behind it. */
final class Gate {

    final Queue<Passage> behind = new ArrayDeque<>();

    /** Who waits for the limit itself, or beyond it; null only while the next is let come. */
    @Nullable
    Passage first;

    boolean opening;
}
