package org.zonedrift;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.zonedrift.zone.Delegation;
import org.zonedrift.zone.Delegation.Method;
import org.zonedrift.zone.Delegation.Source;
import org.zonedrift.zone.Delegation.Standing;
import org.zonedrift.zone.DomainName;
import org.zonedrift.zone.NameServer;
import org.zonedrift.zone.NameServer.Located;
import org.zonedrift.zone.Roster;
import org.zonedrift.zone.ServerAddress;

/** The servers that the user names beside those of the delegation. */
final class UserServers {

    private final List<NameServer> named;

    UserServers(List<NameServer> named) {
        this.named = named;
    }

    boolean areNone() {
        return named.isEmpty();
    }

    /** A zone that nobody delegates is the user's to delegate: a new one can be looked at before it is. */
    Delegation orDelegatedByTheUser(Delegation found) {
        return named.isEmpty() || found.standing() == Standing.DELEGATED
                ? found
                : Delegation.missing(found.zone(), Standing.DELEGATED, Source.of(Method.USER));
    }

    /** Hosts that are named without an address, and that are not among the servers found. */
    Set<DomainName> unlocated(List<NameServer> found) {
        Set<DomainName> hosts = new LinkedHashSet<>();
        for (NameServer server : named) {
            if (server.addresses().isEmpty() && !hosts(found).contains(server.host())) {
                hosts.add(server.host());
            }
        }
        return hosts;
    }

    private static Set<DomainName> hosts(List<NameServer> servers) {
        Set<DomainName> hosts = new HashSet<>();
        servers.forEach(server -> hosts.add(server.host()));
        return hosts;
    }

    /** All of them; an address that is among those found already stands where it was found. */
    List<NameServer> beside(List<NameServer> found, List<NameServer> lookedUp) {
        if (named.isEmpty()) {
            return found;
        }
        Map<DomainName, NameServer> all = new LinkedHashMap<>();
        found.forEach(server -> all.put(server.host(), server));
        lookedUp.forEach(server -> all.putIfAbsent(server.host(), server));
        Set<ServerAddress> known = new HashSet<>(Roster.addressesOf(List.copyOf(all.values())));
        for (NameServer server : named) {
            List<Located> unknown = server.addresses().stream()
                    .filter(at -> known.add(at.address()))
                    .toList();
            if (!unknown.isEmpty()) {
                all.merge(server.host(), server.at(unknown), UserServers::joined);
            }
        }
        return List.copyOf(all.values());
    }

    private static NameServer joined(NameServer known, NameServer more) {
        List<Located> addresses = new ArrayList<>(known.addresses());
        addresses.addAll(more.addresses());
        return known.at(addresses);
    }
}
