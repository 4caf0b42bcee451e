package org.zonedrift.fleet;

import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;

/**
 * How a step went, in stretches of a second each, or of more where it goes on for long. Confined
 * to its lane until it is added up.
 */
public final class TimeLine {

    /** Stretches at most: enough for a curve; 20 kB each. */
    private static final int STRETCHES_MAX = 600;

    private static final long SECOND = 1_000_000_000L;

    private final long start;
    private final List<Stretch> stretches = new ArrayList<>();
    private final long last;
    private long width = SECOND;

    /**
     * @param start nanoseconds since 1970
     * @param length nanoseconds; what is due a little later counts at the end
     */
    TimeLine(long start, long length) {
        this.start = start;
        this.last = Math.max(0, length - 1);
    }

    void answered(Tally.Times times, boolean failure) {
        Stretch stretch = at(times.due());
        stretch.answered++;
        stretch.failures += failure ? 1 : 0;
        stretch.latency.recordValue(times.latency());
        stretch.lag.recordValue(times.lag());
    }

    void lost(Tally.Times times) {
        Stretch stretch = at(times.due());
        stretch.lost++;
        stretch.lag.recordValue(times.lag());
    }

    private Stretch at(long due) {
        long since = Math.min(due - start, last);
        while (since / width >= STRETCHES_MAX) {
            joinPairs();
        }
        int index = (int) (since / width);
        while (stretches.size() <= index) {
            stretches.add(new Stretch());
        }
        return stretches.get(index);
    }

    /** Makes stretches twice as long. */
    private void joinPairs() {
        List<Stretch> joined = new ArrayList<>();
        for (int i = 0; i < stretches.size(); i++) {
            if (i % 2 == 0) {
                joined.add(stretches.get(i));
            } else {
                joined.get(i / 2).add(stretches.get(i));
            }
        }
        stretches.clear();
        stretches.addAll(joined);
        width *= 2;
    }

    /** Adds what went on at the same time on another lane; both end with equal stretches. */
    void add(TimeLine other) {
        while (width < other.width) {
            joinPairs();
        }
        while (other.width < width) {
            other.joinPairs();
        }
        for (int i = 0; i < other.stretches.size(); i++) {
            if (i == stretches.size()) {
                stretches.add(new Stretch());
            }
            stretches.get(i).add(other.stretches.get(i));
        }
    }

    /** Nanoseconds since 1970 at which the first stretch begins. */
    public long start() {
        return start;
    }

    /** Seconds of a stretch. */
    public long width() {
        return width / SECOND;
    }

    /**
     * The same seen from further away.
     *
     * @param seconds of each window
     * @param each in the order of time
     */
    public record Windows(long seconds, List<Stretch> each) {}

    /** Windows of this many seconds, or of a few more where stretches are long; a rest too short for one is left out. */
    public Windows windows(int seconds) {
        int joined = (int) Math.max(1, (seconds + width() - 1) / width());
        List<Stretch> windows = new ArrayList<>();
        for (int from = 0; from + joined <= stretches.size(); from += joined) {
            Stretch window = new Stretch();
            stretches.subList(from, from + joined).forEach(window::add);
            windows.add(window);
        }
        return new Windows(joined * width(), windows);
    }

    public List<Stretch> stretches() {
        return List.copyOf(stretches);
    }

    /** What became of the queries that were due in one stretch. */
    public static final class Stretch {

        private static final int DIGITS = 2;
        private static final int DIGITS_OF_LAG = 1;

        private final Histogram latency = new Histogram(Tally.LEAST_NANOS, 2 * Tally.LEAST_NANOS, DIGITS);
        private final Histogram lag = new Histogram(Tally.LEAST_NANOS, 2 * Tally.LEAST_NANOS, DIGITS_OF_LAG);
        private long answered;
        private long failures;
        private long lost;

        Stretch() {
            latency.setAutoResize(true);
            lag.setAutoResize(true);
        }

        private void add(Stretch other) {
            latency.add(other.latency);
            lag.add(other.lag);
            answered += other.answered;
            failures += other.failures;
            lost += other.lost;
        }

        public long sent() {
            return answered + lost;
        }

        public long answered() {
            return answered;
        }

        public long failures() {
            return failures;
        }

        public long lost() {
            return lost;
        }

        /** Nanoseconds; not to be changed. */
        public Histogram latency() {
            return latency;
        }

        /** How late queries left, in nanoseconds; not to be changed. */
        public Histogram lag() {
            return lag;
        }
    }
}
