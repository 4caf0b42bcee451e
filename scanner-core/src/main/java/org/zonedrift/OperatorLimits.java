package org.zonedrift;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zonedrift.delegation.Grouping;
import org.zonedrift.operator.Operators;
import org.zonedrift.operator.Provider;
import org.zonedrift.zone.DomainName;
import org.zonedrift.zone.LimitGroup;
import org.zonedrift.zone.NameServer;
import org.zonedrift.zone.NameServer.Located;
import org.zonedrift.zone.Roster;
import org.zonedrift.zone.ServerAddress;

/**
 * Puts the addresses of a known operator's servers under the limit of that operator, which takes
 * the place of the one for their prefixes: a third of all zones lie with two of them. Remembers the
 * servers of late, since they repeat from zone to zone. Confined to a lane.
 */
final class OperatorLimits implements Grouping {

    /** Some 400 octets each, addresses included. A power of two. */
    private static final int REMEMBERED = 1 << 12;

    /**
     * A server, whose it is, and what becomes of it where all servers of a zone are the same
     * operator's.
     */
    private record Known(NameServer server, @Nullable Provider provider, NameServer grouped) {}

    private final Operators operators;
    private final @Nullable Known[] remembered = new Known[REMEMBERED];

    OperatorLimits(Operators operators) {
        this.operators = operators;
    }

    /** The same servers of a zone; an address that two of them share belongs to the operator that is known. */
    @Override
    public Roster on(List<NameServer> servers, DomainName zone) {
        return servers.isEmpty() ? Roster.NOBODY : Roster.of(limited(servers, zone));
    }

    private List<NameServer> limited(List<NameServer> servers, DomainName zone) {
        Provider provider = null;
        List<NameServer> grouped = List.of();
        for (int i = 0; i < servers.size(); i++) {
            Known known = known(servers.get(i), zone);
            if (i == 0) {
                provider = known.provider;
                grouped = provider == null ? grouped : new ArrayList<>(servers.size());
            } else if (known.provider != provider) {
                return onThoseOfSeveral(servers);
            }
            if (provider != null) {
                grouped.add(known.grouped);
            }
        }
        return provider == null ? servers : List.copyOf(grouped);
    }

    private Known known(NameServer server, DomainName zone) {
        if (server.host().isAtOrBelow(zone)) {
            // No other zone has it: it is not worth the place of one that is remembered.
            return fresh(server, operators.providerOf(server.host(), zone));
        }
        int place = server.host().hashCode() & REMEMBERED - 1;
        Known there = remembered[place];
        if (there != null && there.server == server) {
            return there;
        }
        Known fresh = fresh(server, operators.providerOf(server.host()));
        remembered[place] = fresh;
        return fresh;
    }

    private Known fresh(NameServer server, @Nullable Provider provider) {
        return new Known(server, provider, provider == null ? server : grouped(server, groups(List.of(server))));
    }

    private List<NameServer> onThoseOfSeveral(List<NameServer> servers) {
        Map<ServerAddress, LimitGroup> groups = groups(servers);
        return servers.stream().map(server -> grouped(server, groups)).toList();
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
        List<Located> addresses = new ArrayList<>(server.addresses().size());
        for (Located located : server.addresses()) {
            LimitGroup group = groups.get(located.address());
            addresses.add(
                    group == null ? located : new Located(located.address().in(group), located.from()));
        }
        return server.at(addresses);
    }
}
