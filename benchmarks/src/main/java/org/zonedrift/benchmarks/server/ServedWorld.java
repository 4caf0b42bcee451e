package org.zonedrift.benchmarks.server;

import java.io.IOException;
import org.zonedrift.sim.loopback.SimulatedInternet;
import org.zonedrift.sim.world.Profile;
import org.zonedrift.sim.world.World;

/** The program under measurement: serves a world, says at which port, and ends with its input. */
final class ServedWorld {

    static final long ZONES = 20_000;
    private static final long SEED = 7;

    private ServedWorld() {}

    static World world() {
        return new World(World.Origin.of(Profile.TOPLIST, SEED, ZONES));
    }

    public static void main(String[] arguments) throws IOException {
        try (SimulatedInternet internet = SimulatedInternet.serve(world(), 0)) {
            System.out.println(internet.port());
            while (System.in.read() >= 0) {
                // Only the end of the input matters.
            }
        }
    }
}
