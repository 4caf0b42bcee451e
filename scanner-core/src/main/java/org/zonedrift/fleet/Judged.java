package org.zonedrift.fleet;

/** What an answer is worth, beside those that the other resolvers gave to the same query. */
public enum Judged {
    /** As most of the fleet says. */
    AGREES("agrees"),
    /** Other data than most of the fleet has. */
    WRONG_DATA("wrong-data"),
    /** Data where most of the fleet says that the name does not exist. */
    NXDOMAIN_REWRITTEN("nxdomain-rewritten"),
    /** NXDOMAIN where most of the fleet has data: a filter, or a mistake. */
    BLOCKED("blocked"),
    SERVFAIL("servfail"),
    REFUSED("refused"),
    /** Another failure. */
    FAILED("failed"),
    /** Nobody to compare with, or no majority. */
    UNVERIFIED("unverified");

    private final String key;

    Judged(String key) {
        this.key = key;
    }

    /** The published word. */
    public String key() {
        return key;
    }

    /** Whether the answer is wrong, as far as a majority can tell; a filter is not. */
    public boolean isIncorrect() {
        return this == WRONG_DATA || this == SERVFAIL || this == REFUSED || this == FAILED;
    }
}
