package org.zonedrift.input;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicLong;

/** A stream that counts and hashes what is read of it; whoever watches may ask how much that is. */
final class HashedInput extends FilterInputStream {

    private static final int REST_BUFFER = 1 << 16;

    private final MessageDigest digest = Hashes.sha256();
    private final AtomicLong bytes = new AtomicLong();

    HashedInput(InputStream source) {
        super(source);
    }

    @Override
    public int read() throws IOException {
        int octet = super.read();
        if (octet >= 0) {
            digest.update((byte) octet);
            counted(1);
        }
        return octet;
    }

    @Override
    public int read(byte[] into, int at, int length) throws IOException {
        int count = super.read(into, at, length);
        if (count > 0) {
            digest.update(into, at, count);
            counted(count);
        }
        return count;
    }

    /** One thread reads. */
    private void counted(int count) {
        bytes.lazySet(bytes.getPlain() + count);
    }

    /** Never nothing: GZIPInputStream takes that for the end of the file, but a pipe may be slow. */
    @Override
    public int available() throws IOException {
        return Math.max(1, super.available());
    }

    @Override
    public long skip(long count) throws IOException {
        return readNBytes((int) Math.min(count, REST_BUFFER)).length;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    /** Reads on to the end, for archives have more behind what they hold, and tells the hash. */
    String hashOfAll() throws IOException {
        byte[] rest = new byte[REST_BUFFER];
        while (read(rest, 0, rest.length) >= 0) {
            // Counted and hashed on its way.
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    long bytes() {
        return bytes.get();
    }
}
