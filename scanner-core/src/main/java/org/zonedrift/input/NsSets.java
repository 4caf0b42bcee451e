package org.zonedrift.input;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zonedrift.zone.Delegation.Glue;
import org.zonedrift.zone.DomainName;

/**
 * The sets of name servers that zones of late were delegated to: one object for all zones that are
 * delegated alike, as thousands are, so that what belongs to the set can be found by it. Used by one
 * reader.
 */
final class NsSets {

    /** Some 150 octets each, beside their hosts. A power of two. */
    private static final int REMEMBERED = 1 << 14;

    /** So few hosts are compared, each only once in the run; more are not worth to be remembered. */
    static final int HOSTS_COMPARED = 16;

    /** The names, and the glue that the file has for them. */
    record NsSet(Set<DomainName> names, List<Glue> glue) {

        boolean isOf(List<NamedHost> hosts) {
            if (hosts.size() != names.size()) {
                return false;
            }
            for (NamedHost host : hosts) {
                if (!names.contains(host.name())) {
                    return false;
                }
            }
            return true;
        }
    }

    private final @Nullable NsSet[] remembered = new NsSet[REMEMBERED];

    /** The set of these few and distinct hosts, in whichever order they are named. */
    NsSet shared(List<NamedHost> hosts) {
        int place = placeOf(hosts);
        NsSet known = remembered[place];
        if (known != null && known.isOf(hosts)) {
            return known;
        }
        NsSet fresh = unshared(hosts);
        remembered[place] = fresh;
        return fresh;
    }

    private static int placeOf(List<NamedHost> hosts) {
        int hash = 0;
        for (NamedHost host : hosts) {
            hash += host.name().hashCode();
        }
        return (hash ^ hash >>> 16) & REMEMBERED - 1;
    }

    /** The set of these hosts, which no other zone has. */
    static NsSet unshared(List<NamedHost> hosts) {
        List<NamedHost> distinct = hosts.size() < HOSTS_COMPARED ? hosts : new ArrayList<>(new LinkedHashSet<>(hosts));
        DomainName[] names = new DomainName[distinct.size()];
        List<Glue> glue = new ArrayList<>(2 * names.length);
        for (int i = 0; i < names.length; i++) {
            names[i] = distinct.get(i).name();
            glue.addAll(distinct.get(i).glue());
        }
        return new NsSet(Set.of(names), List.copyOf(glue));
    }
}
