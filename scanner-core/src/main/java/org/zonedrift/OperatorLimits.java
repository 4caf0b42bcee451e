package org.zonedrift;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.zonedrift.operator.Operators;
import org.zonedrift.operator.Provider;
import org.zonedrift.zone.LimitGroup;
import org.zonedrift.zone.NameServer;
import org.zonedrift.zone.NameServer.Located;
import org.zonedrift.zone.ServerAddress;

/**
 * Puts the addresses of a known operator's servers under the limit of that operator, which takes
 * the place of the one for their prefixes: a third of all zones lie with two of them.
 */
record OperatorLimits(Operators operators) {

    /** The same servers; an address that two of them share belongs to the operator that is known. */
    List<NameServer> on(List<NameServer> servers) {
        Map<ServerAddress, LimitGroup> groups = groups(servers);
        return groups.isEmpty()
                ? servers
                : servers.stream().map(server -> grouped(server, groups)).toList();
    }

    private Map<ServerAddress, LimitGroup> groups(List<NameServer> servers) {
        Map<ServerAddress, LimitGroup> groups = new HashMap<>();
        for (NameServer server : servers) {
            Provider provider = operators.providerOf(server.host());
            if (provider != null) {
                LimitGroup group = LimitGroup.operator(provider.id());
                server.addresses().forEach(located -> groups.putIfAbsent(located.address(), group));
            }
        }
        return groups;
    }

    private static NameServer grouped(NameServer server, Map<ServerAddress, LimitGroup> groups) {
        List<Located> grouped = server.addresses().stream()
                .map(located -> {
                    LimitGroup group = groups.get(located.address());
                    return group == null
                            ? located
                            : new Located(located.address().in(group), located.from());
                })
                .toList();
        return server.at(grouped);
    }
}
