package org.zonedrift;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.zonedrift.zone.NameServer;
import org.zonedrift.zone.ServerAddress;

/**
 * The servers of a zone and what follows from them alone: one object for all zones that have the same.
 *
 * @param addresses every distinct address of the servers, in their order; of few, in a list of the kind
 *     that all such loops go over
 */
record Roster(List<NameServer> servers, List<ServerAddress> addresses) {

    static final Roster NOBODY = new Roster(List.of(), List.of());

    /** So few addresses are compared faster than they are hashed; nearly all zones have fewer. */
    private static final int COMPARED_MAX = 16;

    Roster {
        servers = List.copyOf(servers);
    }

    static Roster of(List<NameServer> servers) {
        return new Roster(servers, addressesOf(servers));
    }

    static List<ServerAddress> addressesOf(List<NameServer> servers) {
        List<ServerAddress> all = new ArrayList<>();
        for (NameServer server : servers) {
            for (NameServer.Located located : server.addresses()) {
                all.add(located.address());
            }
        }
        return all.size() > COMPARED_MAX ? List.copyOf(new LinkedHashSet<>(all)) : distinctAmongFew(all);
    }

    private static List<ServerAddress> distinctAmongFew(List<ServerAddress> all) {
        List<ServerAddress> distinct = new ArrayList<>(all.size());
        for (ServerAddress address : all) {
            if (!distinct.contains(address)) {
                distinct.add(address);
            }
        }
        return distinct;
    }
}
