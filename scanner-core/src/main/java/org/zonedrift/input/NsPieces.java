package org.zonedrift.input;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * NS records in no order, cut by their owners' hashes into pieces on disk that each fit into
 * memory, and there are sorted by owner.
 *
 * <p>Memory: the buffers while cutting (at most 16 MiB), then one piece at a time, about {@value
 * #PIECE_OCTETS} octets and 20 more for each of its records.
 */
final class NsPieces {

    private static final long PIECE_OCTETS = 32L << 20;
    private static final int PIECES_MAX = 1 << 9;
    private static final int BUFFER_OCTETS = 1 << 15;

    /** Line number, TTL and the two lengths. */
    private static final int HEADER = Long.BYTES + Integer.BYTES + 2;

    private final FileChannel[] files;
    private final ByteBuffer[] buffers;
    private int piece = -1;
    private ByteBuffer records = ByteBuffer.allocate(0);
    private int[] sorted = new int[0];
    private int next;

    /** Opens as many pieces as so many octets of records need. */
    NsPieces(long octets, Path folder) throws IOException {
        int wanted = (int) Math.min(PIECES_MAX, octets / PIECE_OCTETS + 1);
        int count = Integer.highestOneBit(Math.max(1, 2 * wanted - 1));
        files = new FileChannel[count];
        buffers = new ByteBuffer[count];
        for (int i = 0; i < count; i++) {
            Path path = Files.createTempFile(folder, "zonedrift-", ".piece");
            files[i] = FileChannel.open(
                    path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
            buffers[i] = ByteBuffer.allocate(BUFFER_OCTETS);
        }
    }

    static int sizeOf(MasterRecord record) {
        return HEADER + record.owner().length() + record.target().length();
    }

    void add(MasterRecord record) throws IOException {
        int hash = record.owner().hash();
        int at = (hash ^ hash >>> 16) & files.length - 1;
        ByteBuffer buffer = buffers[at];
        if (buffer.remaining() < sizeOf(record)) {
            flush(at);
        }
        buffer.putLong(record.line()).putInt((int) Math.min(record.ttl(), Integer.MAX_VALUE));
        put(buffer, record.owner());
        put(buffer, record.target());
    }

    private static void put(ByteBuffer buffer, NameBuffer name) {
        buffer.put((byte) name.length()).put(name.octets(), 0, name.length());
    }

    private void flush(int at) throws IOException {
        buffers[at].flip();
        while (buffers[at].hasRemaining()) {
            files[at].write(buffers[at]);
        }
        buffers[at].clear();
    }

    /** The records of one owner after the other's, into the run; false when there are no more. */
    boolean fill(NsRun run) throws IOException {
        while (next == sorted.length) {
            if (++piece == files.length) {
                return false;
            }
            load();
        }
        NameBuffer owner = new NameBuffer();
        NameBuffer host = new NameBuffer();
        int first = sorted[next];
        while (next < sorted.length && compareOwners(first, sorted[next]) == 0) {
            int at = sorted[next++];
            int hostAt = at + HEADER - 1 + ownerLength(at);
            owner.set(records.array(), at + HEADER - 1, ownerLength(at));
            host.set(records.array(), hostAt + 1, records.get(hostAt) & 0xff);
            run.add(owner, host, records.getInt(at + Long.BYTES), records.getLong(at));
        }
        return true;
    }

    private void load() throws IOException {
        flush(piece);
        records = ByteBuffer.allocate(Math.toIntExact(files[piece].size()));
        files[piece].position(0);
        while (records.hasRemaining() && files[piece].read(records) >= 0) {
            // The loop condition does the work.
        }
        files[piece].close();
        int[] starts = new int[records.capacity() / (HEADER + 2)];
        int count = 0;
        for (int at = 0; at < records.capacity(); ) {
            starts[count++] = at;
            int hostAt = at + HEADER - 1 + ownerLength(at);
            at = hostAt + 1 + (records.get(hostAt) & 0xff);
        }
        sorted = IntStream.of(Arrays.copyOf(starts, count))
                .boxed()
                .sorted(Comparator.<Integer>naturalOrder())
                .sorted(this::compareOwners)
                .mapToInt(Integer::intValue)
                .toArray();
        next = 0;
    }

    private int ownerLength(int at) {
        return records.get(at + HEADER - 2) & 0xff;
    }

    private int compareOwners(int left, int right) {
        int leftAt = left + HEADER - 1;
        int rightAt = right + HEADER - 1;
        byte[] octets = records.array();
        return Arrays.compareUnsigned(
                octets, leftAt, leftAt + ownerLength(left), octets, rightAt, rightAt + ownerLength(right));
    }
}
