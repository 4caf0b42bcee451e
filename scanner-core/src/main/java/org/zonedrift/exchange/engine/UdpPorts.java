package org.zonedrift.exchange.engine;

import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The ports of one lane and one address family, opened when first needed. What finds no free id
 * waits here, in order and not for long: its time runs only from its send.
 */
final class UdpPorts {

    /**
     * Tries that can wait for a free id; beyond that they fail, which says that somebody has
     * more questions open than the zones in flight allow.
     */
    static final int WAITING_MAX = 1 << 16;

    private final UdpLane lane;
    private final UdpLane.Supply supply;
    private final int wanted;
    private final UnguessableNumbers numbers;

    private final List<UdpPort> ports = new ArrayList<>();
    private final Queue<Wish> waiting = new ArrayDeque<>();
    private @Nullable UdpPort portOfThisBatch;
    private boolean opened;
    private boolean draining;

    /** A try as it was when it began to wait: by now it may be another's. */
    private record Wish(Try wanted, UdpQuestion question, int number) {

        boolean isStillWanted() {
            return wanted.question() == question && wanted.number() == number && wanted.isAwaited();
        }
    }

    UdpPorts(UdpLane lane, UdpLane.Supply supply, int wanted, UnguessableNumbers numbers) {
        this.lane = lane;
        this.supply = supply;
        this.wanted = wanted;
        this.numbers = numbers;
    }

    /** Sends the try, now or when an id is free; false when this is not to be. */
    boolean send(Try next) {
        UdpPort port = waiting.isEmpty() ? freePort() : null;
        if (port != null) {
            port.send(next);
            return true;
        }
        UdpQuestion asked = next.question();
        if (asked == null || ports.isEmpty() || waiting.size() == WAITING_MAX) {
            return false;
        }
        return waiting.add(new Wish(next, asked, next.number()));
    }

    /**
     * A port with room, at random; but one for all datagrams of a batch, which then leave in one
     * system call.
     */
    private @Nullable UdpPort freePort() {
        UdpPort current = portOfThisBatch;
        if (current != null && !current.pending().isFull() && current.awaitsDeparture()) {
            return current;
        }
        open();
        int count = ports.size();
        int first = count == 0 ? 0 : numbers.next() % count;
        for (int i = 0; i < count; i++) {
            UdpPort port = ports.get((first + i) % count);
            if (!port.pending().isFull()) {
                portOfThisBatch = port;
                return port;
            }
        }
        return null;
    }

    private void open() {
        if (opened) {
            return;
        }
        opened = true;
        try {
            while (ports.size() < wanted) {
                ports.add(new UdpPort(lane, this, supply, numbers));
            }
        } catch (UncheckedIOException e) {
            // Fewer ports do as well; with none at all, every try fails with a network error.
            portOfThisBatch = null;
        }
    }

    /** An id is free again. */
    void idFreed() {
        if (!waiting.isEmpty() && !draining) {
            draining = true;
            lane.execute(this::drain);
        }
    }

    private void drain() {
        draining = false;
        while (!waiting.isEmpty()) {
            UdpPort port = freePort();
            if (port == null) {
                return;
            }
            Wish wish = waiting.remove();
            if (wish.isStillWanted()) {
                port.send(wish.wanted());
            }
        }
    }

    void collectQuestions(Set<UdpQuestion> open) {
        ports.forEach(port -> port.pending().collectQuestions(open));
        waiting.forEach(wish -> open.add(wish.question()));
    }

    void close() {
        waiting.clear();
        ports.forEach(UdpPort::close);
    }
}
