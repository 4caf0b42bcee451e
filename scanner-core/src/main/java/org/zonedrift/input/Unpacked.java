package org.zonedrift.input;

import com.github.luben.zstd.ZstdInputStream;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.tukaani.xz.XZInputStream;

/** Takes the compression off a stream, whatever its name: by the octets that it begins with. */
final class Unpacked {

    private static final int BUFFER = 1 << 16;

    /** The dictionary of {@code xz -9} takes 65 MiB; more would be an attack on our memory. */
    private static final int XZ_MEMORY_KIB = 100 << 10;

    private static final byte[] GZIP = {0x1f, (byte) 0x8b};
    private static final byte[] ZSTD = {0x28, (byte) 0xb5, 0x2f, (byte) 0xfd};
    private static final byte[] XZ = {(byte) 0xfd, '7', 'z', 'X', 'Z', 0};
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] BZIP2 = {'B', 'Z', 'h'};

    private Unpacked() {}

    static InputStream of(InputStream packed) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(packed, BUFFER);
        byte[] head = head(buffered);
        if (startsWith(head, GZIP)) {
            return new GZIPInputStream(buffered, BUFFER);
        }
        if (startsWith(head, ZSTD)) {
            return new ZstdInputStream(buffered);
        }
        if (startsWith(head, XZ)) {
            return new XZInputStream(buffered, XZ_MEMORY_KIB);
        }
        if (startsWith(head, BZIP2)) {
            return new BZip2CompressorInputStream(buffered, true);
        }
        return startsWith(head, ZIP) ? new OnlyEntry(new ZipInputStream(buffered)) : buffered;
    }

    /** Whether there was anything to take off to get this stream. */
    static boolean wasPacked(InputStream unpacked) {
        return !(unpacked instanceof BufferedInputStream);
    }

    private static byte[] head(BufferedInputStream stream) throws IOException {
        stream.mark(XZ.length);
        byte[] head = stream.readNBytes(XZ.length);
        stream.reset();
        return head;
    }

    private static boolean startsWith(byte[] head, byte[] magic) {
        return head.length >= magic.length && Arrays.equals(head, 0, magic.length, magic, 0, magic.length);
    }

    /** The one file of a zip archive, as top lists come. */
    private static final class OnlyEntry extends InputStream {

        private final ZipInputStream zip;

        OnlyEntry(ZipInputStream zip) throws IOException {
            this.zip = zip;
            if (isAtEnd()) {
                throw new IOException("the archive is empty");
            }
        }

        /** Moves to the next file. */
        private boolean isAtEnd() throws IOException {
            ZipEntry entry = zip.getNextEntry();
            while (entry != null && entry.isDirectory()) {
                entry = zip.getNextEntry();
            }
            return entry == null;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int at, int length) throws IOException {
            int count = zip.read(into, at, length);
            if (count < 0 && !isAtEnd()) {
                throw new IOException("the archive holds several files; unpack the one that is meant");
            }
            return count;
        }

        @Override
        public void close() throws IOException {
            zip.close();
        }
    }
}
