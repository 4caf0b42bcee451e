package org.zonedrift.delegation;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.zonedrift.zone.AddressFamily;
import org.zonedrift.zone.Delegation.Glue;
import org.zonedrift.zone.DomainName;
import org.zonedrift.zone.LimitGroup;
import org.zonedrift.zone.ServerAddress;

/**
 * Which servers may be asked on the way: the port they listen at, the families with a route, and a
 * say on every host and address that DNS told us.
 */
public record Reach(
        int port,
        Set<AddressFamily> families,
        Predicate<DomainName> permittedHosts,
        Predicate<ServerAddress> permittedAddresses) {

    public Reach {
        families = Set.copyOf(families);
    }

    boolean allows(DomainName host) {
        return permittedHosts.test(host);
    }

    boolean allows(ServerAddress address) {
        return families.contains(address.family()) && permittedAddresses.test(address);
    }

    /** The addresses among the glue that may be asked; the root's and the TLDs' have limits of their own. */
    List<ServerAddress> among(List<Glue> glue, int zoneLabels) {
        return glue.stream()
                .filter(record -> allows(record.host()))
                .map(Glue::address)
                .filter(this::allows)
                .distinct()
                .map(address -> zoneLabels <= 1 ? address.in(LimitGroup.parent(address)) : address)
                .toList();
    }
}
