package org.zonedrift.verdict;

/** What can be said about a zone: exclusive and total; the constants are the published words. */
public enum Verdict {
    SKIPPED,
    ERROR,
    NXDOMAIN,
    NOT_A_ZONE,
    DELEGATION_UNKNOWN,
    UNSERVED,
    ONE_ANSWER,
    CONSISTENT,
    CONSISTENT_PARTIAL,
    MISMATCH_SOURCES,
    MISMATCH
}
