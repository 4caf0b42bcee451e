package org.zonedrift.input;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zonedrift.zone.DomainName;

/**
 * The hosts that zones of late named: one object for all of these zones, so that whoever meets a
 * host again need not compare its octets. Used by one reader.
 */
final class NamedHosts {

    /** Some 400 octets each, glue included. A power of two. */
    private static final int REMEMBERED = 1 << 14;

    private final ZoneFileHead head;
    private final int port;
    private final @Nullable NamedHost[] remembered = new NamedHost[REMEMBERED];

    NamedHosts(ZoneFileHead head, int port) {
        this.head = head;
        this.port = port;
    }

    /** The host of this name, as other zones have it too. */
    NamedHost shared(NameBuffer host) {
        int hash = host.hash();
        int place = hash & REMEMBERED - 1;
        NamedHost known = remembered[place];
        if (known != null && known.name().hashCode() == hash && host.holds(known.name())) {
            return known;
        }
        NamedHost fresh = of(host.toName(hash));
        remembered[place] = fresh;
        return fresh;
    }

    /** The host of this name, which no other zone has: it is not worth the place of one that is remembered. */
    NamedHost unshared(NameBuffer host) {
        return of(host.toName());
    }

    private NamedHost of(DomainName name) {
        return new NamedHost(name, head.glue(List.of(name), port));
    }
}
