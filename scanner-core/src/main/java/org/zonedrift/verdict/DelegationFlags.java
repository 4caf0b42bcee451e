package org.zonedrift.verdict;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zonedrift.probe.Outcome;
import org.zonedrift.verdict.NsSets.Relation;
import org.zonedrift.zone.DomainName;
import org.zonedrift.zone.NameServer;
import org.zonedrift.zone.NameServer.Trouble;
import org.zonedrift.zone.SerialScheme;

/** When the flags about the delegation, the NS sets and who runs them are raised. */
final class DelegationFlags {

    private static final Set<Trouble> UNRESOLVABLE =
            EnumSet.of(Trouble.NXDOMAIN, Trouble.NODATA, Trouble.SERVFAIL, Trouble.TIMEOUT);

    private DelegationFlags() {}

    static boolean differ(Case zone) {
        Relation relation = zone.nsSets.relation();
        return relation != Relation.UNKNOWN && relation != Relation.EQUAL;
    }

    static boolean areDisjoint(Case zone) {
        return zone.nsSets.relation() == Relation.DISJOINT;
    }

    static boolean someOnlyAtParent(Case zone) {
        return lacks(zone.nsSets.child(), zone.nsSets.parent());
    }

    static boolean someOnlyAtChild(Case zone) {
        return lacks(zone.nsSets.parent(), zone.nsSets.child());
    }

    private static boolean lacks(@Nullable List<DomainName> set, @Nullable List<DomainName> other) {
        return set != null && other != null && !set.containsAll(other);
    }

    static boolean childSetsDiffer(Case zone) {
        Set<DomainName> first = null;
        for (Voice voice : zone.voices) {
            Set<DomainName> own = voice.seen().apexNs();
            if (own != null && first != null && !own.equals(first)) {
                return true;
            }
            first = first == null ? own : first;
        }
        return false;
    }

    static boolean isSingleNs(Case zone) {
        return zone.evidence.nameServers().size() == 1;
    }

    static boolean isSingleAddress(Case zone) {
        return zone.roll.distinct().size() == 1;
    }

    static boolean isUnresolvable(Case zone) {
        return zone.roll.failures().contains(Shortfall.NO_ADDRESS)
                && zone.evidence.nameServers().stream().anyMatch(DelegationFlags::isUnresolvable);
    }

    private static boolean isUnresolvable(NameServer ns) {
        return ns.addresses().isEmpty() && (ns.trouble() == null || UNRESOLVABLE.contains(ns.trouble()));
    }

    static boolean isAlias(Case zone) {
        return hasTrouble(zone, Trouble.CNAME);
    }

    static boolean isLiteral(Case zone) {
        return hasTrouble(zone, Trouble.IP_LITERAL);
    }

    static boolean isNotPublic(Case zone) {
        return hasTrouble(zone, Trouble.NOT_PUBLIC);
    }

    static boolean isCapped(Case zone) {
        return hasTrouble(zone, Trouble.CAPPED);
    }

    private static boolean hasTrouble(Case zone, Trouble trouble) {
        for (NameServer ns : zone.evidence.nameServers()) {
            if (ns.trouble() == trouble) {
                return true;
            }
        }
        return false;
    }

    static boolean hasSpecialAddress(Case zone) {
        return zone.roll.anyIs(Outcome.SKIPPED_SPECIAL);
    }

    static boolean sharesAddress(Case zone) {
        return zone.roll.asked().size() > zone.roll.distinct().size();
    }

    static boolean isSinglePrefix(Case zone) {
        OnePrefix prefix = new OnePrefix();
        for (Asked at : zone.roll.distinct()) {
            prefix.add(at.located().address());
        }
        return prefix.holdsAll();
    }

    static boolean hasOneOperator(Case zone) {
        return zone.roll.distinctOperators().size() == 1;
    }

    static boolean hasOperators(Case zone) {
        return zone.roll.distinctOperators().size() > 1;
    }

    static boolean hasSources(Case zone) {
        return zone.sources.size() > 1;
    }

    /**
     * Two sources under one dated scheme, one of whose primaries is no server of the zone or does not
     * serve it: likely a secondary that still shows the SOA of the primary before the last.
     */
    static boolean mayHaveMoved(Case zone) {
        if (!zone.incomparable) {
            return false;
        }
        SerialScheme scheme = zone.scheme.scheme();
        return DatedSerial.isDated(scheme)
                && zone.primaries.stream().anyMatch(row -> !row.isInNs() || row.outcome() != Outcome.OK);
    }
}
