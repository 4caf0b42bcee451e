package org.zonedrift.cli.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import org.zonedrift.ScanPlan;
import org.zonedrift.Scanner;
import org.zonedrift.ScannerAssembly;
import org.zonedrift.cli.scan.Drive;
import org.zonedrift.cli.watch.Words;
import org.zonedrift.sim.answer.Responder;
import org.zonedrift.sim.network.Climate;
import org.zonedrift.sim.network.VirtualNetwork;
import org.zonedrift.sim.world.World;

/** The memory of this process and simulated time: no socket is opened, and nobody waits. */
final class MemoryCarrier implements Carrier {

    private static final int PORT = 53;

    /** After the serials of the world were drawn. */
    private static final Duration LATER = Duration.ofDays(20);

    private final World world;
    private final String reason;
    private final VirtualNetwork network;

    /**
     * A network of its own for the world.
     *
     * @param reason why there are no sockets, for people
     */
    MemoryCarrier(World world, Climate climate, String reason) {
        this.world = world;
        this.reason = reason;
        this.network = new VirtualNetwork(1, climate, world.origin().seed(), beginning(world));
        network.servers().putElsewhere(new Responder(world));
    }

    /** When simulated time begins. */
    static Instant beginning(World world) {
        return world.parameters().referenceInstant().plus(LATER);
    }

    @Override
    public World world() {
        return world;
    }

    @Override
    public int port() {
        return PORT;
    }

    @Override
    public List<String> announcement() {
        World.Origin origin = world.origin();
        return List.of(
                "A simulated Internet of " + Words.counted(origin.zones(), "zone") + " (seed " + origin.seed()
                        + ") lives in the memory of this program,",
                "in simulated time and without sockets: " + reason + ".");
    }

    /** With chosen randomness, so that the same demonstration goes the same way again. */
    @Override
    public Scanner scanner(ScanPlan plan) {
        return ScannerAssembly.over(
                network, plan, new SplittableRandom(world.origin().seed()));
    }

    @Override
    public Drive drive() {
        return Drive.stepping(network::runUntil);
    }

    /** There is nobody to ask. */
    @Override
    public void hold(Holding holding, Gazette gazette) {}

    @Override
    public void close() {
        network.close();
    }
}
