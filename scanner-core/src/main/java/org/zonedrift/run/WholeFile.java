package org.zonedrift.run;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Files that are replaced as a whole: whoever reads sees the old one or the new one. */
public final class WholeFile {

    private WholeFile() {}

    /** Puts a text in the place of whatever the file held. */
    public static void replace(Path file, String text) {
        replace(file, text.getBytes(StandardCharsets.UTF_8));
    }

    static void replace(Path file, byte[] octets) {
        Path next = file.resolveSibling(file.getFileName() + ".next");
        try {
            try (FileChannel channel = FileChannel.open(
                    next, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
                ByteBuffer rest = ByteBuffer.wrap(octets);
                while (rest.hasRemaining()) {
                    channel.write(rest);
                }
                channel.force(true);
            }
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            discard(next, e);
            throw RunException.failed("cannot write " + file, e);
        }
    }

    /** Half a file is of use to nobody, and takes the room of a whole one. */
    private static void discard(Path half, IOException why) {
        try {
            Files.deleteIfExists(half);
        } catch (IOException e) {
            why.addSuppressed(e);
        }
    }
}
