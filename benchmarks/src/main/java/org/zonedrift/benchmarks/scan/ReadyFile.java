package org.zonedrift.benchmarks.scan;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * A file of zeros, in the kernel's memory already, for a program to write its records over from the beginning. A
 * virtual machine may get its memory only when it first uses it, and give back what lay free for some seconds: who
 * writes a new file then waits in the kernel for each of its pages, ten times as long as for one that is there.
 */
record ReadyFile(Path path) {

    /** What the records of one zone take, at most. */
    private static final int OCTETS_A_ZONE = 3_000;

    private static final int PIECE = 1 << 20;

    /** For the records of so many zones. */
    static ReadyFile forRecords(long zones, Path path) throws IOException {
        byte[] piece = new byte[PIECE];
        try (OutputStream out = Files.newOutputStream(path)) {
            for (long written = 0; written < zones * OCTETS_A_ZONE; written += PIECE) {
                out.write(piece);
            }
        }
        return new ReadyFile(path);
    }

    /** The same program, whose standard output goes there. */
    List<String> receiving(List<String> program) {
        List<String> command = new ArrayList<>(List.of("sh", "-c", "file=$1; shift; exec \"$@\" 1<>\"$file\"", "sh"));
        command.add(path.toString());
        command.addAll(program);
        return command;
    }

    /** Takes away the zeros that are left; no record holds one. */
    void cut() throws IOException {
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            long written = 0;
            long zeros = file.size();
            while (written < zeros) {
                long middle = (written + zeros) >>> 1;
                if (octetAt(middle, file) == 0) {
                    zeros = middle;
                } else {
                    written = middle + 1;
                }
            }
            file.truncate(written);
        }
    }

    private static byte octetAt(long place, FileChannel file) throws IOException {
        ByteBuffer octet = ByteBuffer.allocate(1);
        file.read(octet, place);
        return octet.get(0);
    }
}
