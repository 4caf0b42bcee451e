package org.zonedrift.cli.demo;

import java.util.List;
import org.zonedrift.ScanPlan;
import org.zonedrift.Scanner;
import org.zonedrift.ScannerAssembly;
import org.zonedrift.cli.scan.Drive;
import org.zonedrift.cli.scan.Lanes;
import org.zonedrift.cli.watch.Words;
import org.zonedrift.sim.loopback.SimulatedInternet;
import org.zonedrift.sim.world.World;

/** Sockets on loopback addresses, which everybody on the machine can ask. */
record SocketCarrier(SimulatedInternet internet) implements Carrier {

    @Override
    public World world() {
        return internet.world();
    }

    @Override
    public int port() {
        return internet.port();
    }

    @Override
    public List<String> announcement() {
        World.Origin origin = world().origin();
        return List.of("A simulated Internet of " + Words.counted(origin.zones(), "zone") + " (seed " + origin.seed()
                + ") listens on loopback, port " + port() + ".");
    }

    @Override
    public Scanner scanner(ScanPlan plan) {
        return ScannerAssembly.over(Lanes.open(List.of()), plan);
    }

    @Override
    public Drive drive() {
        return Drive.threads();
    }

    @Override
    public void hold(Holding holding, Gazette gazette) {
        holding.hold(internet, gazette);
    }

    @Override
    public void close() {
        internet.close();
    }
}
