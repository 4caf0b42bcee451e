package org.zonedrift.input;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * What tells one input file from another without reading it whole.
 *
 * @param bytes its size, -1 for a pipe
 * @param sha256OfEnds of its first and its last MiB, which overlap in small files; empty for a pipe
 */
public record FileIdentity(long bytes, String sha256OfEnds) {

    private static final int END = 1 << 20;
    private static final int DIGITS_SHOWN = 16;

    /** What can be said of a pipe beforehand. */
    static final FileIdentity OF_A_PIPE = new FileIdentity(-1, "");

    /** For people, who shall see whether two differ. */
    public String text() {
        return bytes + " octets, the hash of whose ends is "
                + sha256OfEnds.substring(0, Math.min(DIGITS_SHOWN, sha256OfEnds.length()));
    }

    static FileIdentity of(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            long size = channel.size();
            MessageDigest digest = Hashes.sha256();
            addEnd(channel, 0, digest);
            addEnd(channel, Math.max(0, size - END), digest);
            return new FileIdentity(size, HexFormat.of().formatHex(digest.digest()));
        }
    }

    private static void addEnd(FileChannel channel, long from, MessageDigest digest) throws IOException {
        ByteBuffer end = ByteBuffer.allocate(END);
        long at = from;
        while (end.hasRemaining()) {
            int count = channel.read(end, at);
            if (count < 0) {
                break;
            }
            at += count;
        }
        digest.update(end.flip());
    }
}
