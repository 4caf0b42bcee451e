package org.zonedrift;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
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
        Provider known = anyKnown(servers);
        if (known == null) {
            return servers;
        }
        if (!runsAll(known, servers)) {
            return grouped(servers, groups(servers)::get);
        }
        LimitGroup group = LimitGroup.operator(known.id());
        return grouped(servers, address -> group);
    }

    private @Nullable Provider anyKnown(List<NameServer> servers) {
        for (NameServer server : servers) {
            Provider provider = operators.providerOf(server.host());
            if (provider != null) {
                return provider;
            }
        }
        return null;
    }

    /** As it is for nearly all zones of a provider: then no address need be looked for under another name. */
    private boolean runsAll(Provider provider, List<NameServer> servers) {
        for (NameServer server : servers) {
            if (!provider.equals(operators.providerOf(server.host()))) {
                return false;
            }
        }
        return true;
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

    private static List<NameServer> grouped(
            List<NameServer> servers, Function<ServerAddress, @Nullable LimitGroup> groupOf) {
        List<NameServer> grouped = new ArrayList<>(servers.size());
        for (NameServer server : servers) {
            List<Located> addresses = new ArrayList<>(server.addresses().size());
            for (Located located : server.addresses()) {
                addresses.add(grouped(located, groupOf.apply(located.address())));
            }
            grouped.add(server.at(addresses));
        }
        return grouped;
    }

    private static Located grouped(Located located, @Nullable LimitGroup group) {
        return group == null ? located : new Located(located.address().in(group), located.from());
    }
}
