package org.zonedrift.sim.world;

import org.zonedrift.probe.Outcome;

/** How a server treats questions about one zone, and what a scanner must make of it. */
public enum Conduct {
    HONEST(Outcome.OK),
    /** Never answers. */
    DEAD(Outcome.TIMEOUT),
    /** Nobody listens there, and the host says so. */
    ABSENT(Outcome.NETWORK_ERROR),
    REFUSED(Outcome.REFUSED),
    /** Refuses without repeating the question. */
    REFUSED_TERSELY(Outcome.REFUSED),
    SERVFAIL(Outcome.SERVFAIL),
    NXDOMAIN(Outcome.NXDOMAIN),
    NOTAUTH(Outcome.NOTAUTH),
    NOTIMP(Outcome.NOTIMP),
    FORMERR(Outcome.FORMERR),
    YXDOMAIN(Outcome.RCODE_OTHER),
    UPWARD_REFERRAL(Outcome.UPWARD_REFERRAL),
    /** Refers to the servers of the zone, of which it is one. */
    SELF_REFERRAL(Outcome.SELF_REFERRAL),
    /** Refers to another zone. */
    SIDE_REFERRAL(Outcome.REFERRAL),
    NON_AUTHORITATIVE(Outcome.NON_AUTHORITATIVE),
    /** A resolver among the name servers. */
    RECURSIVE(Outcome.NON_AUTHORITATIVE),
    SOA_IN_AUTHORITY(Outcome.NO_SOA),
    /** Has the parent zone only. */
    SOA_OF_PARENT(Outcome.NO_SOA),
    EMPTY(Outcome.NO_SOA),
    WRONG_OWNER(Outcome.WRONG_OWNER),
    TWO_SOAS(Outcome.MULTIPLE_SOA),
    SAME_SOA_TWICE(Outcome.OK),
    CNAME(Outcome.CNAME),
    /** Says all over TCP only. */
    TRUNCATES(Outcome.OK),
    /** Points to TCP, which it does not serve. */
    TRUNCATES_WITHOUT_TCP(Outcome.TRUNCATED),
    /** Limits replies: empty, truncated ones over UDP. */
    SLIPS(Outcome.OK),
    FORMERR_ON_EDNS(Outcome.OK),
    FORMERR_ON_OPTIONS(Outcome.OK),
    BADVERS_ON_EDNS(Outcome.OK),
    NOTIMP_ON_EDNS(Outcome.OK),
    DROPS_OPTIONS(Outcome.OK),
    WRONG_ID(Outcome.TIMEOUT),
    WRONG_SOURCE(Outcome.TIMEOUT),
    WRONG_QUESTION(Outcome.TIMEOUT),
    /** Somebody else sends a wrong id first. */
    FORGED_FIRST(Outcome.OK),
    CUT_HEADER(Outcome.MALFORMED),
    POINTER_LOOP(Outcome.MALFORMED),
    LENGTH_OVERRUN(Outcome.MALFORMED),
    TWO_QUESTIONS(Outcome.MALFORMED),
    THREE_TIMES(Outcome.OK),
    SLOW(Outcome.OK),
    /** Instances behind one address take turns. */
    ANYCAST(Outcome.OK),
    /** Its ZONEVERSION option is another than its SOA record says. */
    OTHER_ZONEVERSION(Outcome.OK),
    /** One address more than a scanner asks of a zone. */
    BEYOND_BUDGET(Outcome.SKIPPED_BUDGET),
    /** An address that must not be asked. */
    SPECIAL(Outcome.SKIPPED_SPECIAL),
    /** Speaks for the zone, if it were asked: somebody asked to be left alone. */
    EXCLUDED(Outcome.SKIPPED_BLOCKLIST),
    /** Speaks for the zone over a family that the scanner does not use. */
    OTHER_FAMILY(Outcome.SKIPPED_FAMILY),
    /** Never answers, and the scanner has noticed. */
    LEFT_ALONE(Outcome.SKIPPED_UNRESPONSIVE);

    private final Outcome outcome;

    Conduct(Outcome outcome) {
        this.outcome = outcome;
    }

    /** What a scanner must see. */
    public Outcome outcome() {
        return outcome;
    }
}
