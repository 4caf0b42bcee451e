package org.zonedrift.fleet;

/** How many queries are due by when; time in seconds since the step began. */
public interface RateProfile {

    /** Queries due until this time. */
    double dueBy(double seconds);

    /** When so many have become due: the inverse of {@link #dueBy}. */
    double timeOf(double queries);

    /** Queries a second at this time. */
    double rateAt(double seconds);

    /** The same shape, so many times as high. */
    RateProfile times(double factor);

    /** The same rate all the time. */
    static RateProfile constant(double rate) {
        return new Constant(rate);
    }

    /** From nothing to the rate in a straight line. */
    static RateProfile ramp(double rate, double seconds) {
        return new Ramp(rate, seconds);
    }

    /** A straight line that does not rise. */
    record Constant(double rate) implements RateProfile {

        @Override
        public double dueBy(double seconds) {
            return rate * seconds;
        }

        @Override
        public double timeOf(double queries) {
            return queries / rate;
        }

        @Override
        public double rateAt(double seconds) {
            return rate;
        }

        @Override
        public RateProfile times(double factor) {
            return new Constant(rate * factor);
        }
    }

    /** A straight line that rises from 0. */
    record Ramp(double rate, double length) implements RateProfile {

        @Override
        public double dueBy(double seconds) {
            return rate * seconds * seconds / (2 * length);
        }

        @Override
        public double timeOf(double queries) {
            return Math.sqrt(2 * length * queries / rate);
        }

        @Override
        public double rateAt(double seconds) {
            return rate * seconds / length;
        }

        @Override
        public RateProfile times(double factor) {
            return new Ramp(rate * factor, length);
        }
    }
}
