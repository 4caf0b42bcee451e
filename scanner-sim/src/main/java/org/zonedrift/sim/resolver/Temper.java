package org.zonedrift.sim.resolver;

import java.time.Duration;
import org.zonedrift.sim.network.Delay;

/**
 * How a resolver behaves, good or bad.
 *
 * @param think from question to answer, were nothing else to do
 * @param stall when it does nothing at all
 * @param perSecond answers that it can give; 0 for as many as are wanted
 * @param faults what is wrong with what it says
 */
public record Temper(Delay think, Stall stall, int perSecond, Faults faults) {

    /**
     * Pauses at regular times; what comes in meanwhile waits.
     *
     * @param every from the beginning of one to that of the next
     */
    public record Stall(Duration every, Duration length) {

        public static final Stall NONE = new Stall(Duration.ofDays(1), Duration.ZERO);

        /** How long what comes at an instant (nanoseconds since 1970) has to wait. */
        long waitAt(long nanos) {
            return Math.max(0, length.toNanos() - Math.floorMod(nanos, every.toNanos()));
        }
    }

    /**
     * Wrong answers, each as the share of names that it befalls; a name is always treated alike.
     *
     * @param loss the share of questions that get no answer at all
     * @param serverFailures SERVFAIL
     * @param wrongData another address
     * @param rewritten an address in place of NXDOMAIN
     * @param blocked NXDOMAIN in place of data
     * @param stale an SOA record that is behind
     * @param truncated nothing over UDP but that it does not fit
     */
    public record Faults(
            double loss,
            double serverFailures,
            double wrongData,
            double rewritten,
            double blocked,
            double stale,
            double truncated) {

        public static final Faults NONE = new Faults(0, 0, 0, 0, 0, 0, 0);

        public Faults withLoss(double share) {
            return new Faults(share, serverFailures, wrongData, rewritten, blocked, stale, truncated);
        }

        public Faults withServerFailures(double share) {
            return new Faults(loss, share, wrongData, rewritten, blocked, stale, truncated);
        }

        public Faults withWrongData(double share) {
            return new Faults(loss, serverFailures, share, rewritten, blocked, stale, truncated);
        }

        public Faults withRewriting(double share) {
            return new Faults(loss, serverFailures, wrongData, share, blocked, stale, truncated);
        }

        public Faults withBlocking(double share) {
            return new Faults(loss, serverFailures, wrongData, rewritten, share, stale, truncated);
        }

        public Faults withStaleness(double share) {
            return new Faults(loss, serverFailures, wrongData, rewritten, blocked, share, truncated);
        }

        public Faults withTruncation(double share) {
            return new Faults(loss, serverFailures, wrongData, rewritten, blocked, stale, share);
        }
    }

    /** Answers at this pace, and has no faults. */
    public static Temper sound(Delay think) {
        return new Temper(think, Stall.NONE, 0, Faults.NONE);
    }

    public Temper with(Stall other) {
        return new Temper(think, other, perSecond, faults);
    }

    public Temper with(Faults other) {
        return new Temper(think, stall, perSecond, other);
    }

    /** Can give no more answers than this. */
    public Temper upTo(int answersPerSecond) {
        return new Temper(think, stall, answersPerSecond, faults);
    }
}
