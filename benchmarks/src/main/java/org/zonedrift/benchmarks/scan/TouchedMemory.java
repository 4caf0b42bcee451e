package org.zonedrift.benchmarks.scan;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Memory that the machine has used before. A virtual machine is given much of its memory only when it
 * first uses it, and whoever writes a file then waits in the kernel for each page.
 */
final class TouchedMemory {

    /** What the records of one zone take, at most. */
    private static final int OCTETS_A_ZONE = 3_000;

    private static final int PIECE = 1 << 20;

    private TouchedMemory() {}

    /** As much as the records of so many zones take, in the kernel's cache of files. */
    static void forRecords(long zones, Path workshop) throws IOException {
        Path file = workshop.resolve("memory");
        byte[] piece = new byte[PIECE];
        try (OutputStream out = Files.newOutputStream(file)) {
            for (long written = 0; written < zones * OCTETS_A_ZONE; written += PIECE) {
                out.write(piece);
            }
        } finally {
            Files.deleteIfExists(file);
        }
    }
}
