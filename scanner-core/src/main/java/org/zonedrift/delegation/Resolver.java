package org.zonedrift.delegation;

import org.zonedrift.zone.LimitGroup;
import org.zonedrift.zone.ServerAddress;

/** One recursive resolver of the user's, and how well it has served us. Shared by all lanes. */
final class Resolver {

    /** How much the latest answer counts: about the last sixteen make the picture. */
    private static final double LATEST = 1.0 / 16;

    /** Even the worst is asked now and then, or it could never recover. */
    private static final double SHARE_MIN = 0.02;

    private static final double FAILURES_OF_THE_WELL = 0.5;

    private static final double UNKNOWN_RTT_NANOS = 30e6;

    private final ServerAddress address;
    private double failures;
    private double rttNanos = UNKNOWN_RTT_NANOS;
    private long asked;
    private boolean hasServed;
    private boolean lies;

    Resolver(ServerAddress address) {
        this.address = address.in(LimitGroup.resolver(address));
    }

    ServerAddress address() {
        return address;
    }

    /** Counts a question that is about to be asked; answers how many there were before it. */
    synchronized long asking() {
        return asked++;
    }

    synchronized void served(long rtt) {
        hasServed = true;
        failures -= failures * LATEST;
        if (rtt > 0) {
            rttNanos += (rtt - rttNanos) * LATEST;
        }
    }

    synchronized void failed() {
        failures += (1 - failures) * LATEST;
    }

    /** It answered for a name that cannot exist, or, later, no longer does. */
    synchronized void caughtLying(boolean doesLie) {
        lies = doesLie;
    }

    /** Whether it answers most questions, so that silence says something about the question. */
    synchronized boolean isWell() {
        return hasServed && failures < FAILURES_OF_THE_WELL;
    }

    synchronized double rttNanos() {
        return rttNanos;
    }

    /**
     * The part of its even share of the questions that it deserves, from {@value #SHARE_MIN} to 1.
     *
     * @param usualRttNanos what the better half of the fleet keeps to
     */
    synchronized double share(double usualRttNanos) {
        double health = (1 - failures) * (1 - failures) * (1 - failures);
        double speed = Math.min(1, 2 * usualRttNanos / rttNanos);
        return lies ? SHARE_MIN : Math.max(SHARE_MIN, health * speed);
    }
}
