package org.zonedrift.benchmarks.scan;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.zonedrift.benchmarks.server.Questions;
import org.zonedrift.sim.export.WorldFiles;
import org.zonedrift.sim.loopback.SimulatedInternet;
import org.zonedrift.sim.world.Profile;
import org.zonedrift.sim.world.World;

/** A top-level domain with so many zones, served by another process; its files; the truth about it. */
final class ServedTld implements AutoCloseable {

    private static final long SEED = 7;

    private final World world;
    private final Path folder;
    private final Process server;
    private final int port;

    private ServedTld(World world, Path folder, Process server, int port) {
        this.world = world;
        this.folder = folder;
        this.server = server;
        this.port = port;
    }

    static ServedTld serve(long zones, Path workshop) throws IOException {
        World world = world(zones);
        Path folder = workshop.resolve("tld-" + zones);
        if (!Files.exists(folder.resolve("questions.bin"))) {
            new WorldFiles(world, 0).writeTo(folder);
            Questions.write(world, folder.resolve("questions.bin"), place -> true, place -> place);
        }
        Process server = new ProcessBuilder(Java.program(
                        List.of("taskset", "-c", "1"), List.of("-Xmx2g"), ServedTld.class, String.valueOf(zones)))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        BufferedReader said = server.inputReader();
        return new ServedTld(world, folder, server, Integer.parseInt(said.readLine()));
    }

    private static World world(long zones) {
        return new World(World.Origin.of(Profile.TLD, SEED, zones));
    }

    /** The server: serves so many zones, says at which port, and ends with its input. */
    public static void main(String[] arguments) throws IOException {
        try (SimulatedInternet internet = SimulatedInternet.serve(world(Long.parseLong(arguments[0])), 0)) {
            System.out.println(internet.port());
            while (System.in.read() >= 0) {
                // Only the end of the input matters.
            }
        }
    }

    World world() {
        return world;
    }

    int port() {
        return port;
    }

    Path zoneFile() {
        return folder.resolve(world.tlds().get(0) + ".txt.gz");
    }

    Path names() {
        return folder.resolve("domains.txt");
    }

    Path rootHints() {
        return folder.resolve("root.hints");
    }

    /** What a scan of the zone file asks the servers that work, for the asker. */
    Path questions() {
        return folder.resolve("questions.bin");
    }

    @Override
    public void close() {
        server.destroy();
    }
}
