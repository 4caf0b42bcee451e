package org.zonedrift.sim.export;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.zonedrift.sim.world.World;

/**
 * Writes a world into a directory: the list of its names, root hints, a zone file for each top-level
 * domain, the truth, and the arguments with which to scan it. The same world gives the same bytes;
 * only the arguments name the directory.
 */
public final class WorldFiles {

    private static final int BUFFER = 1 << 16;

    private final World world;
    private final int port;

    /**
     * The files of a world.
     *
     * @param port where its servers listen
     */
    public WorldFiles(World world, int port) {
        this.world = world;
        this.port = port;
    }

    /** Writes all files; the directory is made where it is missing. */
    public void writeTo(Path directory) throws IOException {
        Files.createDirectories(directory);
        Path hints = directory.resolve("root.hints");
        Files.writeString(hints, world.rootHints(), StandardCharsets.US_ASCII);
        Files.writeString(
                directory.resolve("scan.args"),
                new ScanArguments(hints.toAbsolutePath(), port, world.origin().families()).text(),
                StandardCharsets.UTF_8);
        writeLines(Files.newOutputStream(directory.resolve("domains.txt")), this::writeNames);
        writeLines(Files.newOutputStream(directory.resolve("truth.ndjson")), this::writeTruth);
        ZoneFiles zoneFiles = new ZoneFiles(world);
        for (int tld = 0; tld < world.tlds().size(); tld++) {
            Path file = directory.resolve(world.tlds().get(tld) + ".txt.gz");
            int which = tld;
            writeLines(new GZIPOutputStream(Files.newOutputStream(file), BUFFER), out -> zoneFiles.write(which, out));
        }
    }

    /** What writes itself line by line. */
    @FunctionalInterface
    private interface Lines {
        void write(PrintStream out);
    }

    private static void writeLines(OutputStream to, Lines lines) throws IOException {
        try (PrintStream out =
                new PrintStream(new BufferedOutputStream(to, BUFFER), false, StandardCharsets.US_ASCII)) {
            lines.write(out);
            if (out.checkError()) {
                throw new IOException("the file system took no more");
            }
        }
    }

    private void writeNames(PrintStream out) {
        for (long number = 0; number < world.zones(); number++) {
            out.print(world.name(number) + "\n");
        }
    }

    private void writeTruth(PrintStream out) {
        for (long number = 0; number < world.zones(); number++) {
            out.print(TruthLine.of(world.truth(number)) + "\n");
        }
    }

    /** The files' names, as people are told them. */
    public List<String> names() {
        List<String> names = new ArrayList<>(List.of("domains.txt", "root.hints", "scan.args"));
        names.add("truth.ndjson");
        world.tlds().forEach(tld -> names.add(tld + ".txt.gz"));
        return names;
    }
}
