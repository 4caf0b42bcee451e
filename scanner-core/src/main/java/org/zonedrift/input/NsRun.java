package org.zonedrift.input;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.zonedrift.input.NsSets.NsSet;
import org.zonedrift.zone.Delegation;
import org.zonedrift.zone.Delegation.Source;
import org.zonedrift.zone.Delegation.Standing;
import org.zonedrift.zone.DomainName;

/** The name servers of one owner, gathered until another owner begins. */
final class NsRun {

    private final ZoneFileHead head;
    private final int file;
    private final NamedHosts known;
    private final NsSets sets = new NsSets();
    private final NameBuffer owner = new NameBuffer();
    private final List<NamedHost> hosts = new ArrayList<>();

    /** Whether one of the hosts bears a name of the zone's own. */
    private boolean hasOwn;

    private Source source;
    private long firstLine;
    private long ttl;

    NsRun(ZoneFileHead head, int file, int port) {
        this.head = head;
        this.source = head.source(0);
        this.file = file;
        this.known = new NamedHosts(head, port);
    }

    boolean isEmpty() {
        return hosts.isEmpty();
    }

    boolean isOf(NameBuffer name) {
        return owner.holdsSameAs(name);
    }

    void add(NameBuffer name, NameBuffer host, long hostTtl, long line) {
        if (hosts.isEmpty()) {
            owner.set(name);
            firstLine = line;
            ttl = hostTtl;
        }
        firstLine = Math.min(firstLine, line);
        ttl = Math.min(ttl, hostTtl);
        boolean isOwn = host.isAtOrBelow(owner);
        NamedHost named = isOwn ? known.unshared(host) : known.shared(host);
        if (hosts.size() >= NsSets.HOSTS_COMPARED || !isNamed(named.name())) {
            hosts.add(named);
            hasOwn |= isOwn;
        }
    }

    private boolean isNamed(DomainName name) {
        for (NamedHost host : hosts) {
            if (host.name().equals(name)) {
                return true;
            }
        }
        return false;
    }

    /** The zone with its delegation; the run is empty after that. */
    Target.Zone take() {
        DomainName zone = owner.toName();
        boolean isShared = !hasOwn && hosts.size() < NsSets.HOSTS_COMPARED;
        NsSet servers = isShared ? sets.shared(hosts) : NsSets.unshared(hosts);
        Delegation delegation =
                new Delegation(zone, Standing.DELEGATED, source(), servers.names(), null, servers.glue(), Set.of());
        hosts.clear();
        hasOwn = false;
        return new Target.Zone(new Target.Line(file, firstLine, null, null), zone, null, delegation, List.of(), null);
    }

    /** One object for all zones in a row with the same TTL, which are nearly all. */
    private Source source() {
        if (source.nsTtl() != ttl) {
            source = head.source(ttl);
        }
        return source;
    }
}
