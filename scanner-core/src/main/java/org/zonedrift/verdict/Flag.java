package org.zonedrift.verdict;

import java.util.ArrayList;
import java.util.Arrays;
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
    NS_PARENT_CHILD_DIFFER(Severity.WARNING, Occasion.NS_SETS_DIFFER, DelegationFlags::differ),
    NS_PARENT_CHILD_DISJOINT(Severity.ERROR, Occasion.NS_SETS_DIFFER, DelegationFlags::areDisjoint),
    NS_PARENT_ONLY(Severity.WARNING, Occasion.NS_SETS_DIFFER, DelegationFlags::someOnlyAtParent),
    NS_CHILD_ONLY(Severity.WARNING, Occasion.NS_SETS_DIFFER, DelegationFlags::someOnlyAtChild),
    CHILD_NS_DIFFER(Severity.WARNING, Occasion.NS_SETS_DIFFER, DelegationFlags::childSetsDiffer),
    PARENT_SERVES_CHILD(Severity.INFO),
    DELEGATION_CHANGED_SINCE_ZONEFILE(Severity.WARNING),
    SINGLE_NS(Severity.NOTICE, Occasion.FEW_ADDRESSES, DelegationFlags::isSingleNs),
    SINGLE_ADDRESS(Severity.NOTICE, Occasion.FEW_ADDRESSES, DelegationFlags::isSingleAddress),
    NS_COUNT_CAPPED(Severity.WARNING, Occasion.TROUBLED_HOST, DelegationFlags::isCapped),
    ADDRESS_COUNT_CAPPED(Severity.WARNING),
    NXNS_SUSPECTED(Severity.WARNING),
    NS_CHAIN_TOO_DEEP(Severity.WARNING),
    CYCLIC_DEPENDENCY(Severity.WARNING),
    CNAME_CHAIN_TOO_LONG(Severity.WARNING),
    NS_UNRESOLVABLE(Severity.WARNING, Occasion.FAILURE, DelegationFlags::isUnresolvable),
    NS_IS_CNAME(Severity.WARNING, Occasion.TROUBLED_HOST, DelegationFlags::isAlias),
    NS_IS_IP_LITERAL(Severity.WARNING, Occasion.TROUBLED_HOST, DelegationFlags::isLiteral),
    NS_NOT_PUBLIC_NAME(Severity.WARNING, Occasion.TROUBLED_HOST, DelegationFlags::isNotPublic),
    GLUE_MISSING(Severity.WARNING),
    GLUE_MISMATCH(Severity.WARNING),
    NS_SPECIAL_ADDRESS(Severity.WARNING, Occasion.FAILURE, DelegationFlags::hasSpecialAddress),
    NS_SHARED_ADDRESS(Severity.NOTICE, Occasion.FEW_ADDRESSES, DelegationFlags::sharesAddress),
    SINGLE_PREFIX(Severity.INFO, DelegationFlags::isSinglePrefix),
    SINGLE_OPERATOR(Severity.INFO, DelegationFlags::hasOneOperator),
    MULTI_OPERATOR(Severity.INFO, DelegationFlags::hasOperators),
    MULTI_SOURCE(Severity.INFO, Occasion.SEVERAL_SOURCES, DelegationFlags::hasSources),
    SOURCE_CHANGE_SUSPECTED(Severity.WARNING, Occasion.SEVERAL_SOURCES, DelegationFlags::mayHaveMoved),

    // Reachability and lameness.
    LAME_SERVER(Severity.WARNING, Occasion.FAILURE, ServerFlags::isLame),
    UNREACHABLE_SERVER(Severity.WARNING, Occasion.FAILURE, ServerFlags::isUnreachable),
    NON_AUTHORITATIVE(Severity.WARNING, Occasion.FAILURE, ServerFlags::isNonAuthoritative),
    UPWARD_REFERRAL(Severity.WARNING, Occasion.FAILURE, ServerFlags::refersUpward),
    RECURSION_AVAILABLE(Severity.NOTICE, Occasion.TOLD_MORE, ServerFlags::offersRecursion),
    IPV4_IPV6_DISAGREE(Severity.WARNING, Occasion.DISAGREEMENT, ServerFlags::familiesDisagree),
    IPV4_IPV6_REACH_DIFFER(Severity.WARNING, Occasion.FAILURE, ServerFlags::onlyOneFamilyServes),
    FAMILY_NOT_PROBED(Severity.INFO, Occasion.FAILURE, ServerFlags::familyNotProbed),
    ANYCAST_INSTANCE_DISAGREEMENT(Severity.WARNING, Occasion.SEVERAL_MOMENTS, ServerFlags::instancesDisagree),
    ADDRESS_SERIAL_UNSTABLE(Severity.WARNING, Occasion.SEVERAL_MOMENTS, ServerFlags::isUnstable),
    DATA_DIFFERS(Severity.ERROR, Occasion.TOLD_MORE, ServerFlags::dataDiffers),
    EXPIRED_SECONDARY_SUSPECTED(Severity.WARNING, Occasion.FAILURE, ServerFlags::mayHaveExpired),

    // What the SOA records say.
    MNAME_DIFFERS(Severity.WARNING, Occasion.SOA_RECORDS_DIFFER, SoaFlags::mnameDiffers),
    RNAME_DIFFERS(Severity.WARNING, Occasion.SOA_RECORDS_DIFFER, SoaFlags::rnameDiffers),
    SOA_TIMERS_DIFFER(Severity.WARNING, Occasion.SOA_RECORDS_DIFFER, SoaFlags::timersDiffer),
    SOA_TTL_DIFFERS(Severity.INFO, Occasion.SOA_RECORDS_DIFFER, SoaFlags::ttlDiffers),
    SAME_SERIAL_DIFFERENT_SOA(Severity.ERROR, Occasion.SOA_RECORDS_DIFFER, SoaFlags::sameSerialDifferentSoa),
    ZONEVERSION_DIFFERS(Severity.WARNING),
    SOA_IN_AUTHORITY(Severity.WARNING),
    SOA_OF_ANCESTOR(Severity.WARNING),
    EMPTY_ANSWER(Severity.WARNING),

    // Serials.
    SERIAL_FUTURE_DATED(Severity.WARNING, Occasion.ODD_SERIALS, SerialFlags::isFutureDated),
    SERIAL_STALE(Severity.INFO, Occasion.ODD_SERIALS, SerialFlags::isStale),
    SERIAL_ZERO(Severity.NOTICE, Occasion.ODD_SERIALS, SerialFlags::isZero),
    SERIAL_JUMP_LARGE(Severity.WARNING, Occasion.SEVERAL_SERIALS, SerialFlags::jumps),
    SERIAL_ORDER_UNDEFINED(Severity.WARNING, Occasion.SEVERAL_SERIALS, SerialFlags::orderIsUndefined),
    SERIAL_ORDER_CYCLIC(Severity.WARNING, Occasion.SEVERAL_SERIALS, SerialFlags::orderIsCyclic),
    DATE_NN_EXHAUSTED(Severity.NOTICE, Occasion.ODD_SERIALS, SerialFlags::isExhausted),
    SCHEME_MIXED(Severity.WARNING, Occasion.ODD_SERIALS, SerialFlags::schemesMix),
    UNINFORMATIVE_SERIAL(Severity.NOTICE, Occasion.ODD_SERIALS, SerialFlags::saysNothing),
    CLOCK_SERIAL(Severity.INFO, Occasion.ODD_SERIALS, SerialFlags::isClock),
    MNAME_BEHIND(Severity.WARNING, Occasion.ODD_PRIMARY, SerialFlags::primaryIsBehind),
    ALL_BEHIND_MNAME(Severity.ERROR, Occasion.ODD_PRIMARY, SerialFlags::allBehindPrimary),
    TRANSIENT_MISMATCH(Severity.INFO, Occasion.SEVERAL_MOMENTS, SerialFlags::wasTransient),
    MOVING_ZONE(Severity.INFO, Occasion.SEVERAL_MOMENTS, SerialFlags::isMoving),
    SERIAL_WENT_BACKWARDS(Severity.ERROR, Occasion.SEVERAL_MOMENTS, SerialFlags::wentBackwards),
    WIDE_PROBE_WINDOW(Severity.INFO, Occasion.SEVERAL_MOMENTS, SerialFlags::windowIsWide),

    // Timers.
    REFRESH_LOW(Severity.NOTICE, Occasion.ODD_TIMERS, TimerFlags.refresh(seconds -> seconds < 1_200)),
    REFRESH_HIGH(Severity.NOTICE, Occasion.ODD_TIMERS, TimerFlags.refresh(seconds -> seconds > 86_400)),
    RETRY_LOW(Severity.NOTICE, Occasion.ODD_TIMERS, TimerFlags.retry(seconds -> seconds < 180)),
    RETRY_HIGH(Severity.NOTICE, Occasion.ODD_TIMERS, TimerFlags.retry(seconds -> seconds > 14_400)),
    RETRY_NOT_LESS_THAN_REFRESH(Severity.NOTICE, Occasion.ODD_TIMERS, TimerFlags::retryIsNotLess),
    EXPIRE_LOW(Severity.NOTICE, Occasion.ODD_TIMERS, TimerFlags.expire(seconds -> seconds < 604_800)),
    EXPIRE_BELOW_RFC1912(Severity.INFO, Occasion.ODD_TIMERS, TimerFlags.expire(seconds -> seconds < 1_209_600)),
    EXPIRE_HIGH(Severity.INFO, Occasion.ODD_TIMERS, TimerFlags.expire(seconds -> seconds > 2_419_200)),
    EXPIRE_NOT_ABOVE_REFRESH_PLUS_RETRY(Severity.NOTICE, Occasion.ODD_TIMERS, TimerFlags::expireIsTooClose),
    MINIMUM_LOW(Severity.NOTICE, Occasion.ODD_TIMERS, TimerFlags.minimum(seconds -> seconds < 60)),
    MINIMUM_ABOVE_3H(Severity.INFO, Occasion.ODD_TIMERS, TimerFlags.minimum(seconds -> seconds > 10_800)),
    MINIMUM_HIGH(Severity.NOTICE, Occasion.ODD_TIMERS, TimerFlags.minimum(seconds -> seconds > 86_400)),
    TIMER_ZERO(Severity.NOTICE, Occasion.ODD_TIMERS, TimerFlags::isZero),
    TIMER_MSB_SET(Severity.NOTICE, Occasion.ODD_TIMERS, TimerFlags::hasSignBit),

    // MNAME and RNAME.
    MNAME_ROOT(Severity.WARNING, Occasion.ODD_PRIMARY, NameFlags::mnameIsRoot),
    MNAME_LOCALHOST(Severity.WARNING, Occasion.ODD_PRIMARY, NameFlags::mnameIsLocalhost),
    MNAME_IS_ZONE_APEX(Severity.NOTICE, Occasion.ODD_PRIMARY, NameFlags::mnameIsApex),
    MNAME_NOT_IN_NS(Severity.INFO, Occasion.ODD_PRIMARY, NameFlags::mnameIsNoServer),
    MNAME_UNRESOLVABLE(Severity.WARNING, Occasion.ODD_PRIMARY, NameFlags::mnameIsUnresolvable),
    MNAME_SPECIAL_ADDRESS(Severity.WARNING, Occasion.ODD_PRIMARY, NameFlags::mnameIsSpecial),
    MNAME_UNREACHABLE(Severity.WARNING, Occasion.ODD_PRIMARY, NameFlags::mnameIsUnreachable),
    MNAME_NOT_AUTHORITATIVE(Severity.WARNING, Occasion.ODD_PRIMARY, NameFlags::mnameIsNotAuthoritative),
    MNAME_IS_SELF(Severity.WARNING, Occasion.SEVERAL_SOURCES, NameFlags::serversNameThemselves),
    RNAME_ROOT(Severity.WARNING, Occasion.ODD_MAILBOX, NameFlags::rnameIsRoot),
    RNAME_AT_SIGN(Severity.WARNING, Occasion.ODD_MAILBOX, NameFlags::rnameHasAtSign),
    RNAME_NO_DOMAIN(Severity.WARNING, Occasion.ODD_MAILBOX, NameFlags::rnameHasNoDomain),
    RNAME_PLACEHOLDER(Severity.NOTICE, Occasion.ODD_MAILBOX, NameFlags::rnameIsPlaceholder),
    RNAME_SYNTAX(Severity.WARNING, Occasion.ODD_MAILBOX, NameFlags::rnameIsMalformed),

    // Transport.
    EDNS_UNSUPPORTED(Severity.NOTICE),
    EDNS_BROKEN(Severity.WARNING),
    TRUNCATED_SOA(Severity.NOTICE),
    TCP_FAILED(Severity.WARNING),
    RRL_SLIP_SUSPECTED(Severity.NOTICE),
    SPOOF_SUSPECTS(Severity.NOTICE),
    NSID_PRESENT(Severity.INFO, Occasion.TOLD_MORE, ServerFlags::hasNsid),
    EXPIRE_IMMINENT(Severity.WARNING, Occasion.TOLD_MORE, ServerFlags::isAboutToExpire),
    SERVING_EXPIRED_SUSPECTED(Severity.ERROR, Occasion.DISAGREEMENT, ServerFlags::servesExpired);

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

    private static final Occasion[] OCCASIONS = Occasion.values();

    /** The flags that can be told from a case, by their occasion. */
    private static final Flag[][] ON = Arrays.stream(OCCASIONS).map(Flag::on).toArray(Flag[][]::new);

    private static Flag[] on(Occasion occasion) {
        return Arrays.stream(values())
                .filter(flag -> flag.condition != null && flag.occasion == occasion)
                .toArray(Flag[]::new);
    }

    private static final Comparator<Flag> BY_NAME = Comparator.comparing(Flag::key);

    private final String key = name().toLowerCase(Locale.ROOT).replace('_', '-');
    private final Severity severity;
    private final Occasion occasion;
    // A condition is a pure function of the case: nothing in it can change.
    @SuppressWarnings("ImmutableEnumChecker")
    private final @Nullable Predicate<Case> condition;

    /** A flag that an earlier stage notes; nothing that we could tell afterwards. */
    Flag(Severity severity) {
        this(severity, Occasion.ANY_ZONE, null);
    }

    Flag(Severity severity, Predicate<Case> condition) {
        this(severity, Occasion.ANY_ZONE, condition);
    }

    Flag(Severity severity, Occasion occasion, @Nullable Predicate<Case> condition) {
        this.severity = severity;
        this.occasion = occasion;
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
        for (Occasion occasion : OCCASIONS) {
            if (occasion.isGivenBy(zone)) {
                raise(ON[occasion.ordinal()], zone, raised);
            }
        }
        return inOrder(raised);
    }

    private static List<Flag> inOrder(List<Flag> flags) {
        if (flags.size() > 1) {
            flags.sort(BY_NAME);
        }
        return flags;
    }

    private static void raise(Flag[] flags, Case zone, List<Flag> raised) {
        for (Flag flag : flags) {
            if (flag.isRaisedBy(zone) && !raised.contains(flag)) {
                raised.add(flag);
            }
        }
    }

    /** Whether its condition holds, whatever the occasion. */
    boolean isRaisedBy(Case zone) {
        return condition != null && condition.test(zone);
    }

    /** Where alone its condition can hold. */
    Occasion occasion() {
        return occasion;
    }

    static List<Flag> findingsAmong(List<Flag> raised) {
        Flag[] findings = new Flag[raised.size() - countFacts(raised)];
        int found = 0;
        for (Flag flag : raised) {
            if (!flag.isFact()) {
                findings[found++] = flag;
            }
        }
        return List.of(findings);
    }

    static List<Flag> factsAmong(List<Flag> raised) {
        Flag[] facts = new Flag[countFacts(raised)];
        int found = 0;
        for (Flag flag : raised) {
            if (flag.isFact()) {
                facts[found++] = flag;
            }
        }
        return List.of(facts);
    }

    private static int countFacts(List<Flag> raised) {
        int facts = 0;
        for (Flag flag : raised) {
            facts += flag.isFact() ? 1 : 0;
        }
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
        return inOrder(noted);
    }
}
