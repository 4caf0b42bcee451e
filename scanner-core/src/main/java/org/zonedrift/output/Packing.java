package org.zonedrift.output;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;

/**
 * How chunks of records are packed. Every chunk is whole by itself, and chunks one after the other
 * are a valid file: so whatever is written can be read, and can be appended to.
 */
public enum Packing {
    PLAIN {
        @Override
        ByteBuffer pack(byte[] octets, int length) {
            return ByteBuffer.wrap(octets, 0, length);
        }
    },
    GZIP {
        @Override
        ByteBuffer pack(byte[] octets, int length) {
            ByteArrayOutputStream packed = new ByteArrayOutputStream(length / 4 + 64);
            try (GZIPOutputStream gzip = new GZIPOutputStream(packed, 1 << 14)) {
                gzip.write(octets, 0, length);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return ByteBuffer.wrap(packed.toByteArray());
        }
    },
    ZSTD {
        @Override
        ByteBuffer pack(byte[] octets, int length) {
            byte[] packed = new byte[Math.toIntExact(Zstd.compressBound(length))];
            try (ZstdCompressCtx context = new ZstdCompressCtx()) {
                context.setLevel(ZSTD_LEVEL).setChecksum(true);
                int size = context.compressByteArray(packed, 0, packed.length, octets, 0, length);
                return ByteBuffer.wrap(packed, 0, size);
            }
        }
    };

    /** The library's default: past it, records shrink by a few percent at several times the cost. */
    private static final int ZSTD_LEVEL = 3;

    /** A small part of a processor's cache, which records leave while they are still in it. */
    private static final int PLAIN_CHUNK = 1 << 16;

    /** Enough for a good ratio, little to lose. */
    private static final int PACKED_CHUNK = 1 << 20;

    /** How many octets are gathered before they are packed and written. */
    int chunk() {
        return this == PLAIN ? PLAIN_CHUNK : PACKED_CHUNK;
    }

    /** The octets packed; or as they are, and then good only until they are changed. */
    abstract ByteBuffer pack(byte[] octets, int length);

    /** The packing that a file's name asks for by its ending. */
    public static Packing ofFile(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.endsWith(".gz")) {
            return GZIP;
        }
        return lower.endsWith(".zst") ? ZSTD : PLAIN;
    }
}
