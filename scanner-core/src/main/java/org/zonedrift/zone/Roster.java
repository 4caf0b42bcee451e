package org.zonedrift.zone;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * The servers of a zone and what follows from them alone: one object for all zones that have the same.
 *
 * @param addresses every distinct address of the servers, in their order; of few, in a list of the kind
 *     that all such loops go over
 */
public record Roster(List<NameServer> servers, List<ServerAddress> addresses) {

    public static final Roster NOBODY = new Roster(List.of(), List.of());

    /** So few addresses are compared faster than they are hashed; nearly all zones have fewer. */
    private static final int COMPARED_MAX = 16;

    public Roster {
        servers = List.copyOf(servers);
    }

    public static Roster of(List<NameServer> servers) {
        return new Roster(servers, addressesOf(servers));
    }

    /** Every distinct address of these servers. */
    public static List<ServerAddress> addressesOf(List<NameServer> servers) {
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
