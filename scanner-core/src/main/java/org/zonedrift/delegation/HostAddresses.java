package org.zonedrift.delegation;

import java.util.Collection;
import org.zonedrift.zone.Delegation;
import org.zonedrift.zone.DomainName;
import org.zonedrift.zone.NameServer;
import org.zonedrift.zone.Roster;
import reactor.core.publisher.Mono;

/** Where the name servers of a zone listen: one lane's view of the address book. */
@FunctionalInterface
public interface HostAddresses {

    /**
     * Each host with its addresses, in canonical order of the hosts, within the caps on hosts and
     * addresses of one zone; never an error. The hosts are not marked with who listed them yet:
     * all come back as listed by {@code side}.
     */
    Mono<Roster> locate(Collection<DomainName> hosts, NameServer.Listed side, Delegation delegation);
}
