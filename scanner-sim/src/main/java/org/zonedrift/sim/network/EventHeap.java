package org.zonedrift.sim.network;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Events by the time at which they happen; those of one instant in the order in which they came.
 * A heap with four children per node over primitive arrays: half as deep as the binary one.
 */
final class EventHeap {

    private static final int CHILDREN = 4;
    private static final int FIRST_CAPACITY = 1024;

    private long[] times = new long[FIRST_CAPACITY];
    private long[] orders = new long[FIRST_CAPACITY];
    private @Nullable Event[] events = new @Nullable Event[FIRST_CAPACITY];
    private int size;
    private long arrivals;

    void add(long time, Event event) {
        if (size == times.length) {
            grow();
        }
        siftUp(size++, time, arrivals++, event);
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** The event that happens first; only while there is one. */
    Event first() {
        Event first = events[0];
        if (first == null) {
            throw new IllegalStateException("nothing is going to happen");
        }
        return first;
    }

    /** When the first event happens; only while there is one. */
    long firstTime() {
        return times[0];
    }

    /** Takes the first event out; only while there is one. */
    Event takeFirst() {
        Event first = first();
        int last = --size;
        Event moved = events[last];
        events[last] = null;
        if (last > 0 && moved != null) {
            siftDown(times[last], orders[last], moved);
        }
        return first;
    }

    private void siftUp(int from, long time, long order, Event event) {
        int at = from;
        while (at > 0) {
            int parent = (at - 1) / CHILDREN;
            // A newcomer has the highest order, so at equal times it stays below.
            if (times[parent] <= time) {
                break;
            }
            move(parent, at);
            at = parent;
        }
        place(at, time, order, event);
    }

    private void siftDown(long time, long order, Event event) {
        int at = 0;
        for (int child = 1; child < size; child = at * CHILDREN + 1) {
            int first = firstAmong(child, Math.min(child + CHILDREN, size));
            if (!isBefore(times[first], orders[first], time, order)) {
                break;
            }
            move(first, at);
            at = first;
        }
        place(at, time, order, event);
    }

    private int firstAmong(int from, int to) {
        int first = from;
        for (int i = from + 1; i < to; i++) {
            if (isBefore(times[i], orders[i], times[first], orders[first])) {
                first = i;
            }
        }
        return first;
    }

    private static boolean isBefore(long time, long order, long otherTime, long otherOrder) {
        return time != otherTime ? time < otherTime : order < otherOrder;
    }

    private void move(int from, int to) {
        times[to] = times[from];
        orders[to] = orders[from];
        events[to] = events[from];
    }

    private void place(int at, long time, long order, Event event) {
        times[at] = time;
        orders[at] = order;
        events[at] = event;
    }

    private void grow() {
        int capacity = 2 * size;
        times = Arrays.copyOf(times, capacity);
        orders = Arrays.copyOf(orders, capacity);
        events = Arrays.copyOf(events, capacity);
    }
}
