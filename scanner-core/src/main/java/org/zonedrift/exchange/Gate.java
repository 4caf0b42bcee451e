package org.zonedrift.exchange;

import java.util.ArrayDeque;
import java.util.Queue;

/** A limit at which one passage of a lane waits, and the others behind it. */
final class Gate {

    final Queue<Passage> behind = new ArrayDeque<>();
    boolean held;
}
