package org.zonedrift.output;

import com.github.luben.zstd.ZstdInputStream;
import java.io.BufferedReader;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Records of a file of our own, read back one by one while others may be appended to it. */
public final class StoredRecords implements AutoCloseable {

    private final RecordReader reader;
    private final BufferedReader lines;

    /**
     * @param file packed with zstd
     * @param octets how much of the file is read: a length behind a whole chunk
     */
    public StoredRecords(Path file, long octets, RecordReader reader) throws IOException {
        this.reader = reader;
        InputStream kept =
                new FirstOctets(octets == 0 ? InputStream.nullInputStream() : Files.newInputStream(file), octets);
        InputStream plain = octets == 0 ? kept : new ZstdInputStream(kept);
        this.lines = new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8));
    }

    /** A record, and the line that it was read from. */
    public record Stored(String line, WrittenRecord record) {}

    /** The next record, or nothing at the end. */
    public Optional<Stored> next() {
        try {
            String line = lines.readLine();
            return line == null ? Optional.empty() : Optional.of(new Stored(line, reader.read(line)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }

    /** A stream that ends early. */
    private static final class FirstOctets extends FilterInputStream {

        private long left;

        FirstOctets(InputStream source, long octets) {
            super(source);
            this.left = octets;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            if (left == 0) {
                return -1;
            }
            int count = super.read(into, offset, (int) Math.min(length, left));
            left -= Math.max(0, count);
            return count;
        }
    }
}
