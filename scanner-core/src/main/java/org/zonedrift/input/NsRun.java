package org.zonedrift.input;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.zonedrift.zone.Delegation;
import org.zonedrift.zone.Delegation.Source;
import org.zonedrift.zone.Delegation.Standing;
import org.zonedrift.zone.DomainName;

/** The name servers of one owner, gathered until another owner begins. */
final class NsRun {

    /** Hosts repeat from zone to zone: one object for each of so many. */
    private static final int HOSTS_SHARED = 1 << 14;

    /** So few hosts are compared faster than they are hashed; nearly all zones have fewer. */
    private static final int HOSTS_COMPARED = 16;

    private final ZoneFileHead head;
    private final int file;
    private final int port;
    private static final DomainName[] NO_HOSTS = new DomainName[0];

    private final DomainName[] sharedHosts = new DomainName[HOSTS_SHARED];
    private final int[] sharedHashes = new int[HOSTS_SHARED];
    private final NameBuffer owner = new NameBuffer();
    private final List<DomainName> hosts = new ArrayList<>();
    private Source source;
    private long firstLine;
    private long ttl;

    NsRun(ZoneFileHead head, int file, int port) {
        this.head = head;
        this.source = head.source(0);
        this.file = file;
        this.port = port;
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
        DomainName known = shared(host);
        if (hosts.size() < HOSTS_COMPARED && hosts.contains(known)) {
            return;
        }
        hosts.add(known);
    }

    private DomainName shared(NameBuffer host) {
        int hash = host.hash();
        int slot = hash & HOSTS_SHARED - 1;
        DomainName known = sharedHashes[slot] == hash ? sharedHosts[slot] : null;
        if (known == null || !host.holds(known)) {
            known = host.toName(hash);
            sharedHosts[slot] = known;
            sharedHashes[slot] = hash;
        }
        return known;
    }

    /** The zone with its delegation; the run is empty after that. */
    Target.Zone take() {
        DomainName zone = owner.toName();
        Set<DomainName> distinct = hosts.size() < HOSTS_COMPARED ? Set.of(hosts.toArray(NO_HOSTS)) : Set.copyOf(hosts);
        Delegation delegation =
                new Delegation(zone, Standing.DELEGATED, source(), distinct, null, head.glue(distinct, port), Set.of());
        hosts.clear();
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
