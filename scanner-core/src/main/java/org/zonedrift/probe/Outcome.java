package org.zonedrift.probe;

/** What came of asking one address about one zone; the constants are the published words. */
public enum Outcome {
    OK(Class.USABLE),
    NON_AUTHORITATIVE(Class.LAME),
    NO_SOA(Class.LAME),
    WRONG_OWNER(Class.LAME),
    MULTIPLE_SOA(Class.LAME),
    CNAME(Class.LAME),
    REFERRAL(Class.LAME),
    SELF_REFERRAL(Class.LAME),
    UPWARD_REFERRAL(Class.LAME),
    FORMERR(Class.LAME),
    SERVFAIL(Class.LAME),
    NXDOMAIN(Class.LAME),
    NOTIMP(Class.LAME),
    REFUSED(Class.LAME),
    NOTAUTH(Class.LAME),
    RCODE_OTHER(Class.LAME),
    TRUNCATED(Class.UNREACHABLE),
    MALFORMED(Class.LAME),
    TIMEOUT(Class.UNREACHABLE),
    NETWORK_ERROR(Class.UNREACHABLE),
    SKIPPED_SPECIAL(Class.SKIPPED),
    SKIPPED_BLOCKLIST(Class.SKIPPED),
    SKIPPED_FAMILY(Class.SKIPPED),
    SKIPPED_BUDGET(Class.SKIPPED),
    SKIPPED_UNRESPONSIVE(Class.UNREACHABLE);

    /** What an outcome means for the verdict. */
    public enum Class {
        /** The server speaks for the zone. */
        USABLE,
        /** The server answered, but does not speak for the zone. */
        LAME,
        /** No answer: never called lame. */
        UNREACHABLE,
        /** Deliberately not asked. */
        SKIPPED
    }

    private final Class meaning;

    Outcome(Class meaning) {
        this.meaning = meaning;
    }

    public Class meaning() {
        return meaning;
    }

    public boolean isUsable() {
        return meaning == Class.USABLE;
    }
}
