package org.zonedrift.cli.demo;

import java.util.ArrayList;
import java.util.List;
import org.zonedrift.delegation.RootHints;
import org.zonedrift.sim.world.Place;
import org.zonedrift.sim.world.Seat;
import org.zonedrift.sim.world.World;
import org.zonedrift.zone.Delegation.Glue;
import org.zonedrift.zone.DomainName;
import org.zonedrift.zone.ServerAddress;

/** Where a scanner begins in a simulated Internet. */
public final class SimulatedRoot {

    private SimulatedRoot() {}

    /** The root servers of that world, all on this port. */
    public static RootHints hints(World world, int port) {
        List<DomainName> hosts = new ArrayList<>();
        List<Glue> glue = new ArrayList<>();
        for (Seat seat : world.root().seats()) {
            hosts.add(seat.host());
            for (long place : seat.places()) {
                glue.add(new Glue(seat.host(), ServerAddress.of(Place.octets(place), port)));
            }
        }
        return new RootHints(hosts, glue);
    }
}
