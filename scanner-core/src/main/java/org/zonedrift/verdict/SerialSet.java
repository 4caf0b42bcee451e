package org.zonedrift.verdict;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zonedrift.zone.SerialNumber;

/**
 * The distinct serials of some servers, and how they can be ordered: a set has an order only where
 * it fits into an open half circle (RFC 1982 orders pairs, not sets).
 */
final class SerialSet {

    private static final long CIRCLE = 1L << 32;
    private static final long HALF_CIRCLE = 1L << 31;

    /** Distinct, ascending as unsigned numbers. */
    private final long[] values;

    private final SerialOrder order;
    private final long arc;

    /** Index of the newest where there is an order. */
    private final int newest;

    /** The one serial of nearly all zones, for whoever asks which it is; else null. */
    private final @Nullable SerialNumber only;

    private SerialSet(long[] values, @Nullable SerialNumber only) {
        this.values = values;
        this.only = only;
        int gapAfter = values.length - 1;
        long gap = values.length == 0 ? CIRCLE : values[0] + CIRCLE - values[gapAfter];
        for (int i = 1; i < values.length; i++) {
            if (values[i] - values[i - 1] > gap) {
                gap = values[i] - values[i - 1];
                gapAfter = i - 1;
            }
        }
        this.newest = gapAfter;
        this.arc = CIRCLE - gap;
        this.order = values.length <= 1 ? SerialOrder.SINGLE : orderOf(arc);
    }

    private static SerialOrder orderOf(long arc) {
        if (arc < HALF_CIRCLE) {
            return SerialOrder.TOTAL;
        }
        return arc == HALF_CIRCLE ? SerialOrder.UNDEFINED : SerialOrder.CYCLIC;
    }

    static SerialSet of(long... serials) {
        long[] sorted = serials.clone();
        Arrays.sort(sorted);
        int distinct = 0;
        for (int i = 0; i < sorted.length; i++) {
            if (i == 0 || sorted[i] != sorted[i - 1]) {
                sorted[distinct++] = sorted[i];
            }
        }
        return new SerialSet(distinct == sorted.length ? sorted : Arrays.copyOf(sorted, distinct), null);
    }

    static SerialSet of(List<Voice> voices) {
        if (!voices.isEmpty() && allShow(voices.get(0).serial(), voices)) {
            SerialNumber only = voices.get(0).serial();
            return new SerialSet(new long[] {only.value()}, only);
        }
        long[] serials = new long[voices.size()];
        for (int i = 0; i < serials.length; i++) {
            serials[i] = voices.get(i).serial().value();
        }
        return of(serials);
    }

    private static boolean allShow(SerialNumber serial, List<Voice> voices) {
        for (Voice voice : voices) {
            if (voice.serial().bits() != serial.bits()) {
                return false;
            }
        }
        return true;
    }

    int size() {
        return values.length;
    }

    SerialOrder order() {
        return order;
    }

    boolean hasNewest() {
        return values.length > 0 && (order == SerialOrder.SINGLE || order == SerialOrder.TOTAL);
    }

    @Nullable
    SerialNumber newest() {
        if (only != null) {
            return only;
        }
        return hasNewest() ? SerialNumber.of(values[newest]) : null;
    }

    @Nullable
    SerialNumber oldest() {
        if (only != null) {
            return only;
        }
        return hasNewest() ? SerialNumber.of(values[(newest + 1) % values.length]) : null;
    }

    /** From oldest to newest; -1 without an order. */
    long spread() {
        return hasNewest() ? arc : -1;
    }

    /** Ascending as numbers; not to be changed. */
    long[] values() {
        return values;
    }

    /** Newest first where they can be ordered, else numerically descending. */
    List<SerialNumber> listed() {
        if (only != null) {
            return List.of(only);
        }
        List<SerialNumber> list = new ArrayList<>(values.length);
        int start = hasNewest() ? newest : values.length - 1;
        for (int i = 0; i < values.length; i++) {
            list.add(SerialNumber.of(values[Math.floorMod(start - i, values.length)]));
        }
        return list;
    }
}
