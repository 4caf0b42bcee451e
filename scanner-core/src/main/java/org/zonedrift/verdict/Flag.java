package org.zonedrift.verdict;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The registry of what may be said about a zone besides its verdict; the names are published. */
public enum Flag {
    // The delegation and the NS sets.
    NS_PARENT_CHILD_DIFFER(Severity.WARNING, DelegationFlags::differ),
    NS_PARENT_CHILD_DISJOINT(Severity.ERROR, DelegationFlags::areDisjoint),
    NS_PARENT_ONLY(Severity.WARNING, DelegationFlags::someOnlyAtParent),
    NS_CHILD_ONLY(Severity.WARNING, DelegationFlags::someOnlyAtChild),
    CHILD_NS_DIFFER(Severity.WARNING, DelegationFlags::childSetsDiffer),
    PARENT_SERVES_CHILD(Severity.INFO),
    DELEGATION_CHANGED_SINCE_ZONEFILE(Severity.WARNING),
    SINGLE_NS(Severity.NOTICE, DelegationFlags::isSingleNs),
    SINGLE_ADDRESS(Severity.NOTICE, DelegationFlags::isSingleAddress),
    NS_COUNT_CAPPED(Severity.WARNING, DelegationFlags::isCapped),
    ADDRESS_COUNT_CAPPED(Severity.WARNING),
    NXNS_SUSPECTED(Severity.WARNING),
    NS_CHAIN_TOO_DEEP(Severity.WARNING),
    CYCLIC_DEPENDENCY(Severity.WARNING),
    CNAME_CHAIN_TOO_LONG(Severity.WARNING),
    NS_UNRESOLVABLE(Severity.WARNING, DelegationFlags::isUnresolvable),
    NS_IS_CNAME(Severity.WARNING, DelegationFlags::isAlias),
    NS_IS_IP_LITERAL(Severity.WARNING, DelegationFlags::isLiteral),
    NS_NOT_PUBLIC_NAME(Severity.WARNING, DelegationFlags::isNotPublic),
    GLUE_MISSING(Severity.WARNING),
    GLUE_MISMATCH(Severity.WARNING),
    NS_SPECIAL_ADDRESS(Severity.WARNING, DelegationFlags::hasSpecialAddress),
    NS_SHARED_ADDRESS(Severity.NOTICE, DelegationFlags::sharesAddress),
    SINGLE_PREFIX(Severity.INFO, DelegationFlags::isSinglePrefix),
    SINGLE_OPERATOR(Severity.INFO, DelegationFlags::hasOneOperator),
    MULTI_OPERATOR(Severity.INFO, DelegationFlags::hasOperators),
    MULTI_SOURCE(Severity.INFO, DelegationFlags::hasSources),
    SOURCE_CHANGE_SUSPECTED(Severity.WARNING, DelegationFlags::mayHaveMoved),

    // Reachability and lameness.
    LAME_SERVER(Severity.WARNING, ServerFlags::isLame),
    UNREACHABLE_SERVER(Severity.WARNING, ServerFlags::isUnreachable),
    NON_AUTHORITATIVE(Severity.WARNING, ServerFlags::isNonAuthoritative),
    UPWARD_REFERRAL(Severity.WARNING, ServerFlags::refersUpward),
    RECURSION_AVAILABLE(Severity.NOTICE, ServerFlags::offersRecursion),
    IPV4_IPV6_DISAGREE(Severity.WARNING, ServerFlags::familiesDisagree),
    IPV4_IPV6_REACH_DIFFER(Severity.WARNING, ServerFlags::onlyOneFamilyServes),
    FAMILY_NOT_PROBED(Severity.INFO, ServerFlags::familyNotProbed),
    ANYCAST_INSTANCE_DISAGREEMENT(Severity.WARNING, ServerFlags::instancesDisagree),
    ADDRESS_SERIAL_UNSTABLE(Severity.WARNING, ServerFlags::isUnstable),
    DATA_DIFFERS(Severity.ERROR, ServerFlags::dataDiffers),
    EXPIRED_SECONDARY_SUSPECTED(Severity.WARNING, ServerFlags::mayHaveExpired),

    // What the SOA records say.
    MNAME_DIFFERS(Severity.WARNING, SoaFlags::mnameDiffers),
    RNAME_DIFFERS(Severity.WARNING, SoaFlags::rnameDiffers),
    SOA_TIMERS_DIFFER(Severity.WARNING, SoaFlags::timersDiffer),
    SOA_TTL_DIFFERS(Severity.INFO, SoaFlags::ttlDiffers),
    SAME_SERIAL_DIFFERENT_SOA(Severity.ERROR, SoaFlags::sameSerialDifferentSoa),
    ZONEVERSION_DIFFERS(Severity.WARNING),
    SOA_IN_AUTHORITY(Severity.WARNING),
    SOA_OF_ANCESTOR(Severity.WARNING),
    EMPTY_ANSWER(Severity.WARNING),

    // Serials.
    SERIAL_FUTURE_DATED(Severity.WARNING, SerialFlags::isFutureDated),
    SERIAL_STALE(Severity.INFO, SerialFlags::isStale),
    SERIAL_ZERO(Severity.NOTICE, SerialFlags::isZero),
    SERIAL_JUMP_LARGE(Severity.WARNING, SerialFlags::jumps),
    SERIAL_ORDER_UNDEFINED(Severity.WARNING, SerialFlags::orderIsUndefined),
    SERIAL_ORDER_CYCLIC(Severity.WARNING, SerialFlags::orderIsCyclic),
    DATE_NN_EXHAUSTED(Severity.NOTICE, SerialFlags::isExhausted),
    SCHEME_MIXED(Severity.WARNING, SerialFlags::schemesMix),
    UNINFORMATIVE_SERIAL(Severity.NOTICE, SerialFlags::saysNothing),
    CLOCK_SERIAL(Severity.INFO, SerialFlags::isClock),
    MNAME_BEHIND(Severity.WARNING, SerialFlags::primaryIsBehind),
    ALL_BEHIND_MNAME(Severity.ERROR, SerialFlags::allBehindPrimary),
    TRANSIENT_MISMATCH(Severity.INFO, SerialFlags::wasTransient),
    MOVING_ZONE(Severity.INFO, SerialFlags::isMoving),
    SERIAL_WENT_BACKWARDS(Severity.ERROR, SerialFlags::wentBackwards),
    WIDE_PROBE_WINDOW(Severity.INFO, SerialFlags::windowIsWide),

    // Timers.
    REFRESH_LOW(Severity.NOTICE, TimerFlags.refresh(seconds -> seconds < 1_200)),
    REFRESH_HIGH(Severity.NOTICE, TimerFlags.refresh(seconds -> seconds > 86_400)),
    RETRY_LOW(Severity.NOTICE, TimerFlags.retry(seconds -> seconds < 180)),
    RETRY_HIGH(Severity.NOTICE, TimerFlags.retry(seconds -> seconds > 14_400)),
    RETRY_NOT_LESS_THAN_REFRESH(Severity.NOTICE, TimerFlags::retryIsNotLess),
    EXPIRE_LOW(Severity.NOTICE, TimerFlags.expire(seconds -> seconds < 604_800)),
    EXPIRE_BELOW_RFC1912(Severity.INFO, TimerFlags.expire(seconds -> seconds < 1_209_600)),
    EXPIRE_HIGH(Severity.INFO, TimerFlags.expire(seconds -> seconds > 2_419_200)),
    EXPIRE_NOT_ABOVE_REFRESH_PLUS_RETRY(Severity.NOTICE, TimerFlags::expireIsTooClose),
    MINIMUM_LOW(Severity.NOTICE, TimerFlags.minimum(seconds -> seconds < 60)),
    MINIMUM_ABOVE_3H(Severity.INFO, TimerFlags.minimum(seconds -> seconds > 10_800)),
    MINIMUM_HIGH(Severity.NOTICE, TimerFlags.minimum(seconds -> seconds > 86_400)),
    TIMER_ZERO(Severity.NOTICE, TimerFlags::isZero),
    TIMER_MSB_SET(Severity.NOTICE, TimerFlags::hasSignBit),

    // MNAME and RNAME.
    MNAME_ROOT(Severity.WARNING, NameFlags::mnameIsRoot),
    MNAME_LOCALHOST(Severity.WARNING, NameFlags::mnameIsLocalhost),
    MNAME_IS_ZONE_APEX(Severity.NOTICE, NameFlags::mnameIsApex),
    MNAME_NOT_IN_NS(Severity.INFO, NameFlags::mnameIsNoServer),
    MNAME_UNRESOLVABLE(Severity.WARNING, NameFlags::mnameIsUnresolvable),
    MNAME_SPECIAL_ADDRESS(Severity.WARNING, NameFlags::mnameIsSpecial),
    MNAME_UNREACHABLE(Severity.WARNING, NameFlags::mnameIsUnreachable),
    MNAME_NOT_AUTHORITATIVE(Severity.WARNING, NameFlags::mnameIsNotAuthoritative),
    MNAME_IS_SELF(Severity.WARNING, NameFlags::serversNameThemselves),
    RNAME_ROOT(Severity.WARNING, NameFlags::rnameIsRoot),
    RNAME_AT_SIGN(Severity.WARNING, NameFlags::rnameHasAtSign),
    RNAME_NO_DOMAIN(Severity.WARNING, NameFlags::rnameHasNoDomain),
    RNAME_PLACEHOLDER(Severity.NOTICE, NameFlags::rnameIsPlaceholder),
    RNAME_SYNTAX(Severity.WARNING, NameFlags::rnameIsMalformed),

    // Transport.
    EDNS_UNSUPPORTED(Severity.NOTICE),
    EDNS_BROKEN(Severity.WARNING),
    TRUNCATED_SOA(Severity.NOTICE),
    TCP_FAILED(Severity.WARNING),
    RRL_SLIP_SUSPECTED(Severity.NOTICE),
    SPOOF_SUSPECTS(Severity.NOTICE),
    NSID_PRESENT(Severity.INFO, ServerFlags::hasNsid),
    EXPIRE_IMMINENT(Severity.WARNING, ServerFlags::isAboutToExpire),
    SERVING_EXPIRED_SUSPECTED(Severity.ERROR, ServerFlags::servesExpired);

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

    private static final Flag[] ALL = values();

    private static final Map<String, Flag> BY_KEY = new HashMap<>();

    static {
        for (Flag flag : ALL) {
            BY_KEY.put(flag.key, flag);
        }
    }

    private static final Comparator<Flag> BY_NAME = Comparator.comparing(Flag::key);

    private final String key = name().toLowerCase(Locale.ROOT).replace('_', '-');
    private final Severity severity;
    // A condition is a pure function of the case: nothing in it can change.
    @SuppressWarnings("ImmutableEnumChecker")
    private final Predicate<Case> condition;

    /** A flag that an earlier stage notes; nothing that we could tell afterwards. */
    Flag(Severity severity) {
        this(severity, zone -> false);
    }

    Flag(Severity severity, Predicate<Case> condition) {
        this.severity = severity;
        this.condition = condition;
    }

    /** The published name. */
    public String key() {
        return key;
    }

    public Severity severity() {
        return severity;
    }

    /** Whether it merely states a fact: those stand apart from the findings. */
    public boolean isFact() {
        return severity == Severity.INFO;
    }

    /** What the flag says, and who else says so. */
    public FlagText text() {
        return FlagText.of(this);
    }

    /** The flag of this published name, or null. */
    public static @Nullable Flag named(String key) {
        return BY_KEY.get(key);
    }

    /** What is raised about a zone, sorted by name. */
    static List<Flag> raisedIn(Case zone) {
        List<Flag> raised = notedIn(zone.notes);
        for (Flag flag : ALL) {
            if (flag.condition.test(zone) && !raised.contains(flag)) {
                raised.add(flag);
            }
        }
        raised.sort(BY_NAME);
        return raised;
    }

    static List<Flag> findingsAmong(List<Flag> raised) {
        List<Flag> findings = new ArrayList<>(raised);
        findings.removeIf(Flag::isFact);
        return findings;
    }

    static List<Flag> factsAmong(List<Flag> raised) {
        List<Flag> facts = new ArrayList<>(raised);
        facts.removeIf(flag -> !flag.isFact());
        return facts;
    }

    /** What earlier stages noted by these names, sorted; names that nobody knows are left out. */
    static List<Flag> notedIn(Set<String> names) {
        List<Flag> noted = new ArrayList<>();
        for (String name : names) {
            Flag flag = BY_KEY.get(name);
            if (flag != null) {
                noted.add(flag);
            }
        }
        noted.sort(BY_NAME);
        return noted;
    }
}
