package org.zonedrift.verdict;

import java.util.Locale;

/** Why a verdict is what it is; {@link #NONE} where a verdict needs no reason. */
public enum Reason {
    NONE,
    MALFORMED_INPUT,
    OPT_OUT,
    DUPLICATE,
    INTERNAL,
    ABORTED,
    PARENT,
    RESOLVER,
    INSIDE_ZONE,
    CNAME,
    DNAME,
    RESOLVER_SERVFAIL,
    RESOLVER_TIMEOUT,
    RESOLVER_REFUSED,
    PARENT_UNREACHABLE,
    PARENT_LAME,
    REFERRAL_LIMIT,
    QUERY_BUDGET,
    LOOP,
    NO_ADDRESS,
    ALL_UNREACHABLE,
    ALL_LAME,
    CNAME_AT_APEX,
    ALL_SKIPPED,
    MIXED,
    SINGLE_ADDRESS,
    OTHERS_FAILED,
    OTHERS_SKIPPED,
    OTHERS_NO_ADDRESS,
    UNREACHABLE,
    LAME,
    SKIPPED,
    WITHIN_SOURCE,
    ACROSS_SOURCES,
    ACROSS_SOURCES_AND_WITHIN;

    private final String key = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** The published word, such as {@code within-source}. */
    public String key() {
        return key;
    }
}
