package org.zonedrift.verdict;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zonedrift.verdict.NsSets.Relation;
import org.zonedrift.zone.Delegation;
import org.zonedrift.zone.DomainName;

/** Compares the NS set of the parent with what the zone itself says. */
final class NsComparison {

    private final Evidence evidence;
    private final Roll roll;

    NsComparison(Evidence evidence, Roll roll) {
        this.evidence = evidence;
        this.roll = roll;
    }

    NsSets of(List<Voice> voices) {
        Delegation delegation = evidence.delegation();
        Set<DomainName> parent = delegation.parentNs();
        Set<DomainName> child = union(voices);
        if (child == null) {
            child = delegation.childNs();
        }
        if (parent != null && child != null && areAllServers(parent) && areAllServers(child)) {
            return new NsSets(Relation.EQUAL, roll.hosts(), roll.hosts());
        }
        List<DomainName> parentList = sorted(parent);
        if (parent == null || child == null) {
            return new NsSets(Relation.UNKNOWN, parentList, sorted(child));
        }
        Relation relation = relation(parent, child);
        return new NsSets(relation, parentList, relation == Relation.EQUAL ? parentList : sorted(child));
    }

    /** Whether these are the names of the zone's servers, no more and no less. */
    private boolean areAllServers(Set<DomainName> names) {
        if (names.size() != roll.hosts().size()) {
            return false;
        }
        for (DomainName host : roll.hosts()) {
            if (!names.contains(host)) {
                return false;
            }
        }
        return true;
    }

    private static @Nullable Set<DomainName> union(List<Voice> voices) {
        Set<DomainName> union = null;
        boolean own = false;
        for (Voice voice : voices) {
            Set<DomainName> set = voice.seen().apexNs();
            if (set == null || set.equals(union)) {
                continue;
            }
            if (union == null) {
                union = set;
            } else {
                union = own ? union : new HashSet<>(union);
                own = true;
                union.addAll(set);
            }
        }
        return union;
    }

    /** In canonical order, which is that of the servers: so most sets need no sorting. */
    private @Nullable List<DomainName> sorted(@Nullable Set<DomainName> names) {
        if (names == null) {
            return null;
        }
        List<DomainName> known = new ArrayList<>(names.size());
        for (DomainName host : roll.hosts()) {
            if (names.contains(host)) {
                known.add(host);
            }
        }
        return known.size() == names.size() ? known : names.stream().sorted().toList();
    }

    private static Relation relation(Set<DomainName> parent, Set<DomainName> child) {
        boolean childHasAll = child.containsAll(parent);
        boolean parentHasAll = parent.containsAll(child);
        if (childHasAll) {
            return parentHasAll ? Relation.EQUAL : Relation.PARENT_SUBSET;
        }
        if (parentHasAll) {
            return Relation.PARENT_SUPERSET;
        }
        return child.stream().anyMatch(parent::contains) ? Relation.OVERLAP : Relation.DISJOINT;
    }
}
