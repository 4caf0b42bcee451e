package org.zonedrift.verdict;

import java.util.List;
import java.util.Set;
import org.zonedrift.probe.Outcome;
import org.zonedrift.zone.Delegation;

/** A verdict and its reason: the table of §4.1, from top to bottom. */
record Ruling(Verdict verdict, Reason reason) {

    /** What nearly all zones are. */
    private static final Ruling CONSISTENT = new Ruling(Verdict.CONSISTENT, Reason.NONE);

    /** What the standing of a name says that is no delegated zone. */
    static Ruling withoutServers(Delegation.Standing standing) {
        return switch (standing) {
            case DENIED_BY_PARENT -> new Ruling(Verdict.NXDOMAIN, Reason.PARENT);
            case DENIED_BY_RESOLVER -> new Ruling(Verdict.NXDOMAIN, Reason.RESOLVER);
            case INSIDE_ZONE -> new Ruling(Verdict.NOT_A_ZONE, Reason.INSIDE_ZONE);
            case CNAME -> new Ruling(Verdict.NOT_A_ZONE, Reason.CNAME);
            case DNAME -> new Ruling(Verdict.NOT_A_ZONE, Reason.DNAME);
            case RESOLVER_SERVFAIL -> new Ruling(Verdict.DELEGATION_UNKNOWN, Reason.RESOLVER_SERVFAIL);
            case RESOLVER_TIMEOUT -> new Ruling(Verdict.DELEGATION_UNKNOWN, Reason.RESOLVER_TIMEOUT);
            case RESOLVER_REFUSED -> new Ruling(Verdict.DELEGATION_UNKNOWN, Reason.RESOLVER_REFUSED);
            case PARENT_UNREACHABLE -> new Ruling(Verdict.DELEGATION_UNKNOWN, Reason.PARENT_UNREACHABLE);
            case PARENT_LAME -> new Ruling(Verdict.DELEGATION_UNKNOWN, Reason.PARENT_LAME);
            case REFERRAL_LIMIT -> new Ruling(Verdict.DELEGATION_UNKNOWN, Reason.REFERRAL_LIMIT);
            case QUERY_BUDGET -> new Ruling(Verdict.DELEGATION_UNKNOWN, Reason.QUERY_BUDGET);
            case LOOP -> new Ruling(Verdict.DELEGATION_UNKNOWN, Reason.LOOP);
            case DELEGATED -> new Ruling(Verdict.UNSERVED, Reason.NO_ADDRESS);
        };
    }

    /** What the answers of a delegated zone's servers say. */
    static Ruling on(Roll roll, Agreement agreement, Sources sources) {
        int usable = roll.voices().size();
        if (usable == 0) {
            return new Ruling(Verdict.UNSERVED, whyUnserved(roll));
        }
        if (usable == 1) {
            return new Ruling(Verdict.ONE_ANSWER, whyOnlyOne(roll));
        }
        return switch (agreement) {
            case EQUAL -> whereAllAgree(roll);
            case SOURCES_DIFFER -> new Ruling(Verdict.MISMATCH_SOURCES, Reason.NONE);
            case DIFFERENT -> new Ruling(Verdict.MISMATCH, whereTheyDiffer(sources));
        };
    }

    /** A mismatch of an earlier round that nothing seen since has cleared away. */
    static Ruling keptMismatch(Sources sources) {
        return new Ruling(Verdict.MISMATCH, sources.size() > 1 ? whereTheyDiffer(sources) : Reason.WITHIN_SOURCE);
    }

    private static Reason whyUnserved(Roll roll) {
        if (roll.distinct().isEmpty()) {
            return Reason.NO_ADDRESS;
        }
        List<Asked> answered = roll.distinct().stream()
                .filter(at -> at.seen().outcome().meaning() == Outcome.Class.LAME)
                .toList();
        if (!answered.isEmpty() && answered.stream().allMatch(at -> at.seen().outcome() == Outcome.CNAME)) {
            return Reason.CNAME_AT_APEX;
        }
        return switch (Shortfall.of(roll.failures())) {
            case UNREACHABLE -> Reason.ALL_UNREACHABLE;
            case LAME -> Reason.ALL_LAME;
            case SKIPPED, SKIPPED_FAMILY -> Reason.ALL_SKIPPED;
            case NO_ADDRESS -> Reason.NO_ADDRESS;
            case MIXED, NONE -> Reason.MIXED;
        };
    }

    private static Reason whyOnlyOne(Roll roll) {
        Set<Shortfall> failures = roll.failures();
        if (failures.isEmpty()) {
            return Reason.SINGLE_ADDRESS;
        }
        if (failures.contains(Shortfall.LAME) || failures.contains(Shortfall.UNREACHABLE)) {
            return Reason.OTHERS_FAILED;
        }
        if (failures.contains(Shortfall.NO_ADDRESS) && !failures.contains(Shortfall.SKIPPED)) {
            return Reason.OTHERS_NO_ADDRESS;
        }
        return Reason.OTHERS_SKIPPED;
    }

    private static Ruling whereAllAgree(Roll roll) {
        Reason reason = switch (Shortfall.of(roll.failures())) {
            case UNREACHABLE -> Reason.UNREACHABLE;
            case LAME -> Reason.LAME;
            case SKIPPED -> Reason.SKIPPED;
            case NO_ADDRESS -> Reason.NO_ADDRESS;
            case MIXED -> Reason.MIXED;
            case NONE, SKIPPED_FAMILY -> Reason.NONE;
        };
        return reason == Reason.NONE ? CONSISTENT : new Ruling(Verdict.CONSISTENT_PARTIAL, reason);
    }

    private static Reason whereTheyDiffer(Sources sources) {
        if (sources.size() == 1) {
            return Reason.WITHIN_SOURCE;
        }
        return sources.areEachConsistent() ? Reason.ACROSS_SOURCES : Reason.ACROSS_SOURCES_AND_WITHIN;
    }
}
