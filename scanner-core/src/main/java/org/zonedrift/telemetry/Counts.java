package org.zonedrift.telemetry;

import java.util.Arrays;

/** What one meter, or several together, showed at one moment. */
public final class Counts {

    static final Counts NONE = new Counts(new long[Count.values().length]);

    private final long[] values;

    /** Takes ownership of one number for each {@link Count}. */
    Counts(long[] values) {
        this.values = values;
    }

    public long of(Count count) {
        return values[count.ordinal()];
    }

    public Counts plus(Counts other) {
        long[] sum = values.clone();
        Arrays.setAll(sum, i -> sum[i] + other.values[i]);
        return new Counts(sum);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (Count count : Count.values()) {
            if (of(count) != 0) {
                text.append(text.isEmpty() ? "" : ", ")
                        .append(count)
                        .append(' ')
                        .append(of(count));
            }
        }
        return text.toString();
    }
}
