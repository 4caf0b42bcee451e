package org.zonedrift.input;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.zonedrift.zone.Delegation;
import org.zonedrift.zone.Delegation.Glue;
import org.zonedrift.zone.Delegation.Method;
import org.zonedrift.zone.Delegation.Source;
import org.zonedrift.zone.Delegation.Standing;
import org.zonedrift.zone.DomainName;
import org.zonedrift.zone.ServerAddress;

/** The name servers of one owner, gathered until another owner begins. */
final class NsRun {

    /** Hosts repeat from zone to zone: one object for each of so many. */
    private static final int HOSTS_SHARED = 1 << 14;

    private final ZoneFileHead head;
    private final int file;
    private final int port;
    private final DomainName[] sharedHosts = new DomainName[HOSTS_SHARED];
    private final NameBuffer owner = new NameBuffer();
    private final Set<DomainName> hosts = new HashSet<>();
    private long firstLine;
    private long ttl;

    NsRun(ZoneFileHead head, int file, int port) {
        this.head = head;
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
        hosts.add(shared(host));
    }

    private DomainName shared(NameBuffer host) {
        int slot = host.hash() & HOSTS_SHARED - 1;
        DomainName known = sharedHosts[slot];
        if (known == null || !host.holds(known)) {
            known = host.toName();
            sharedHosts[slot] = known;
        }
        return known;
    }

    /** The zone with its delegation; the run is empty after that. */
    Target.Zone take() {
        DomainName zone = owner.toName();
        List<Glue> glue = new ArrayList<>();
        for (DomainName host : hosts) {
            if (!host.isAtOrBelow(head.apex())) {
                continue; // A zone has no say on addresses outside it (RFC 2181 §5.4.1).
            }
            for (byte[] octets : head.glue().find(host)) {
                glue.add(new Glue(host, ServerAddress.of(octets, port)));
            }
        }
        Source source = new Source(
                Method.ZONE_FILE,
                head.apex(),
                null,
                ttl,
                null,
                null,
                List.of(),
                head.observedAtMillis(),
                head.serial(),
                null);
        Delegation delegation = new Delegation(zone, Standing.DELEGATED, source, hosts, null, glue, Set.of());
        hosts.clear();
        return new Target.Zone(new Target.Line(file, firstLine, null, null), zone, null, delegation, List.of(), null);
    }
}
