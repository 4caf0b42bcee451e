package org.zonedrift.sim.world;

import org.zonedrift.probe.Outcome;

/** How a server treats questions about one zone, and what a scanner must make of it. */
public enum Conduct {
    HONEST(Outcome.OK),
    DEAD(Outcome.TIMEOUT),
    REFUSED(Outcome.REFUSED),
    SERVFAIL(Outcome.SERVFAIL),
    NXDOMAIN(Outcome.NXDOMAIN),
    NOTAUTH(Outcome.NOTAUTH),
    UPWARD_REFERRAL(Outcome.UPWARD_REFERRAL),
    NON_AUTHORITATIVE(Outcome.NON_AUTHORITATIVE),
    SOA_IN_AUTHORITY(Outcome.NO_SOA),
    EMPTY(Outcome.NO_SOA);

    private final Outcome outcome;

    Conduct(Outcome outcome) {
        this.outcome = outcome;
    }

    /** What a scanner must see. */
    public Outcome outcome() {
        return outcome;
    }
}
