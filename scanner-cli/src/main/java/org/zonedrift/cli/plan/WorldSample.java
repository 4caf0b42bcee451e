package org.zonedrift.cli.plan;

import java.util.ArrayList;
import java.util.List;
import org.zonedrift.cli.plan.Workload.Server;
import org.zonedrift.cli.plan.Workload.Usage;
import org.zonedrift.sim.world.Profile;
import org.zonedrift.sim.world.Seat;
import org.zonedrift.sim.world.SimulatedZone;
import org.zonedrift.sim.world.World;
import org.zonedrift.zone.NameServer.Listed;

/**
 * The workload of a domain with so many zones as the profile distributes them over providers, from a
 * sample: the names of servers count, since the simulated Internet puts many of them on one address.
 */
final class WorldSample {

    /** The busiest servers have thousands of these. */
    private static final long SAMPLE = 200_000;

    private static final long SEED = 1;

    private final Workload workload;
    private final double scale;

    private WorldSample(Workload workload, double scale) {
        this.workload = workload;
        this.scale = scale;
    }

    static WorldSample of(Profile profile, long zones, Usage usage) {
        World world = new World(World.Origin.of(profile, SEED, zones));
        Workload workload = new Workload(usage);
        long step = Math.max(1, zones / SAMPLE);
        for (long number = 0; number < zones; number += step) {
            SimulatedZone zone = world.zone(number);
            if (zone != null) {
                workload.add(servers(zone));
            }
        }
        return new WorldSample(workload, step);
    }

    private static List<Server> servers(SimulatedZone zone) {
        List<Server> servers = new ArrayList<>();
        for (Seat seat : zone.seats()) {
            if (seat.listed() != Listed.CHILD) {
                servers.add(new Server(seat.host(), List.of()));
            }
        }
        return servers;
    }

    Workload workload() {
        return workload;
    }

    double scale() {
        return scale;
    }
}
