package org.zonedrift.cli.demo;

import java.util.List;
import org.zonedrift.ScanPlan;
import org.zonedrift.Scanner;
import org.zonedrift.cli.scan.Drive;
import org.zonedrift.sim.world.World;

/** What carries the demonstration's questions to the simulated servers, and their replies back. */
interface Carrier extends AutoCloseable {

    /** What there is to choose from. */
    enum Kind {
        /** Sockets where the machine allows it. */
        AUTO,
        SOCKETS,
        MEMORY
    }

    World world();

    /** Where every server listens. */
    int port();

    /** What people are told at the beginning. */
    List<String> announcement();

    /** A scanner that has a way to the servers; closing it leaves the carrier open. */
    Scanner scanner(ScanPlan plan);

    Drive drive();

    /** Lets people look for themselves, if they can. */
    void hold(Holding holding, Gazette gazette);

    @Override
    void close();
}
