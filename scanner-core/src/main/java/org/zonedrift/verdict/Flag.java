package org.zonedrift.verdict;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The registry of what may be said about a zone besides its verdict; the names are published. */
public enum Flag {
    // The delegation and the NS sets.
    NS_PARENT_CHILD_DIFFER(Severity.WARNING),
    NS_PARENT_CHILD_DISJOINT(Severity.ERROR),
    NS_PARENT_ONLY(Severity.WARNING),
    NS_CHILD_ONLY(Severity.WARNING),
    CHILD_NS_DIFFER(Severity.WARNING),
    PARENT_SERVES_CHILD(Severity.INFO),
    DELEGATION_CHANGED_SINCE_ZONEFILE(Severity.WARNING),
    SINGLE_NS(Severity.NOTICE),
    SINGLE_ADDRESS(Severity.NOTICE),
    NS_COUNT_CAPPED(Severity.WARNING),
    ADDRESS_COUNT_CAPPED(Severity.WARNING),
    NXNS_SUSPECTED(Severity.WARNING),
    NS_CHAIN_TOO_DEEP(Severity.WARNING),
    CYCLIC_DEPENDENCY(Severity.WARNING),
    CNAME_CHAIN_TOO_LONG(Severity.WARNING),
    NS_UNRESOLVABLE(Severity.WARNING),
    NS_IS_CNAME(Severity.WARNING),
    NS_IS_IP_LITERAL(Severity.WARNING),
    NS_NOT_PUBLIC_NAME(Severity.WARNING),
    GLUE_MISSING(Severity.WARNING),
    GLUE_MISMATCH(Severity.WARNING),
    NS_SPECIAL_ADDRESS(Severity.WARNING),
    NS_SHARED_ADDRESS(Severity.NOTICE),
    SINGLE_PREFIX(Severity.INFO),
    SINGLE_OPERATOR(Severity.INFO),
    MULTI_OPERATOR(Severity.INFO),
    MULTI_SOURCE(Severity.INFO),
    SOURCE_CHANGE_SUSPECTED(Severity.WARNING),

    // Reachability and lameness.
    LAME_SERVER(Severity.WARNING),
    UNREACHABLE_SERVER(Severity.WARNING),
    NON_AUTHORITATIVE(Severity.WARNING),
    UPWARD_REFERRAL(Severity.WARNING),
    RECURSION_AVAILABLE(Severity.NOTICE),
    IPV4_IPV6_DISAGREE(Severity.WARNING),
    IPV4_IPV6_REACH_DIFFER(Severity.WARNING),
    FAMILY_NOT_PROBED(Severity.INFO),
    ANYCAST_INSTANCE_DISAGREEMENT(Severity.WARNING),
    ADDRESS_SERIAL_UNSTABLE(Severity.WARNING),
    DATA_DIFFERS(Severity.ERROR),
    EXPIRED_SECONDARY_SUSPECTED(Severity.WARNING),

    // What the SOA records say.
    MNAME_DIFFERS(Severity.WARNING),
    RNAME_DIFFERS(Severity.WARNING),
    SOA_TIMERS_DIFFER(Severity.WARNING),
    SOA_TTL_DIFFERS(Severity.INFO),
    SAME_SERIAL_DIFFERENT_SOA(Severity.ERROR),
    ZONEVERSION_DIFFERS(Severity.WARNING),
    SOA_IN_AUTHORITY(Severity.WARNING),
    SOA_OF_ANCESTOR(Severity.WARNING),
    EMPTY_ANSWER(Severity.WARNING),

    // Serials.
    SERIAL_FUTURE_DATED(Severity.WARNING),
    SERIAL_STALE(Severity.INFO),
    SERIAL_ZERO(Severity.NOTICE),
    SERIAL_JUMP_LARGE(Severity.WARNING),
    SERIAL_ORDER_UNDEFINED(Severity.WARNING),
    SERIAL_ORDER_CYCLIC(Severity.WARNING),
    DATE_NN_EXHAUSTED(Severity.NOTICE),
    SCHEME_MIXED(Severity.WARNING),
    UNINFORMATIVE_SERIAL(Severity.NOTICE),
    CLOCK_SERIAL(Severity.INFO),
    MNAME_BEHIND(Severity.WARNING),
    ALL_BEHIND_MNAME(Severity.ERROR),
    TRANSIENT_MISMATCH(Severity.INFO),
    MOVING_ZONE(Severity.INFO),
    SERIAL_WENT_BACKWARDS(Severity.ERROR),
    WIDE_PROBE_WINDOW(Severity.INFO),

    // Timers.
    REFRESH_LOW(Severity.NOTICE),
    REFRESH_HIGH(Severity.NOTICE),
    RETRY_LOW(Severity.NOTICE),
    RETRY_HIGH(Severity.NOTICE),
    RETRY_NOT_LESS_THAN_REFRESH(Severity.NOTICE),
    EXPIRE_LOW(Severity.NOTICE),
    EXPIRE_BELOW_RFC1912(Severity.INFO),
    EXPIRE_HIGH(Severity.INFO),
    EXPIRE_NOT_ABOVE_REFRESH_PLUS_RETRY(Severity.NOTICE),
    MINIMUM_LOW(Severity.NOTICE),
    MINIMUM_ABOVE_3H(Severity.INFO),
    MINIMUM_HIGH(Severity.NOTICE),
    TIMER_ZERO(Severity.NOTICE),
    TIMER_MSB_SET(Severity.NOTICE),

    // MNAME and RNAME.
    MNAME_ROOT(Severity.WARNING),
    MNAME_LOCALHOST(Severity.WARNING),
    MNAME_IS_ZONE_APEX(Severity.NOTICE),
    MNAME_NOT_IN_NS(Severity.INFO),
    MNAME_UNRESOLVABLE(Severity.WARNING),
    MNAME_SPECIAL_ADDRESS(Severity.WARNING),
    MNAME_UNREACHABLE(Severity.WARNING),
    MNAME_NOT_AUTHORITATIVE(Severity.WARNING),
    MNAME_IS_SELF(Severity.WARNING),
    RNAME_ROOT(Severity.WARNING),
    RNAME_AT_SIGN(Severity.WARNING),
    RNAME_NO_DOMAIN(Severity.WARNING),
    RNAME_PLACEHOLDER(Severity.NOTICE),
    RNAME_SYNTAX(Severity.WARNING),

    // Transport.
    EDNS_UNSUPPORTED(Severity.NOTICE),
    EDNS_BROKEN(Severity.WARNING),
    TRUNCATED_SOA(Severity.NOTICE),
    TCP_FAILED(Severity.WARNING),
    RRL_SLIP_SUSPECTED(Severity.NOTICE),
    SPOOF_SUSPECTS(Severity.NOTICE),
    NSID_PRESENT(Severity.INFO),
    EXPIRE_IMMINENT(Severity.WARNING),
    SERVING_EXPIRED_SUSPECTED(Severity.ERROR);

    /** How much a flag matters; {@code INFO} makes it a fact, all else a finding. */
    public enum Severity {
        INFO,
        NOTICE,
        WARNING,
        ERROR;

        private final String key = name().toLowerCase(Locale.ROOT);

        /** The published word. */
        public String key() {
            return key;
        }
    }

    private static final Map<String, Flag> BY_KEY = new HashMap<>();

    static {
        for (Flag flag : values()) {
            BY_KEY.put(flag.key, flag);
        }
    }

    private final String key = name().toLowerCase(Locale.ROOT).replace('_', '-');
    private final Severity severity;

    Flag(Severity severity) {
        this.severity = severity;
    }

    /** The published name. */
    public String key() {
        return key;
    }

    public Severity severity() {
        return severity;
    }

    /** The flag of this published name, or null. */
    public static @Nullable Flag named(String key) {
        return BY_KEY.get(key);
    }
}
