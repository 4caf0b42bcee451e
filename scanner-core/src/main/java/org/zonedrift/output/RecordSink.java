package org.zonedrift.output;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.zonedrift.verdict.ZoneReport;

/**
 * Where records go. They are gathered into chunks, packed and handed on whole, so that whatever
 * was written can be read even after a full disk.
 *
 * <p>Shared: any thread may write, one at a time.
 */
public final class RecordSink implements AutoCloseable {

    private static final int BUFFER = 1 << 16;

    /** Takes whole chunks. */
    interface Place extends AutoCloseable {

        String name();

        /** Takes all of the buffer. */
        void append(ByteBuffer chunk) throws IOException;

        /** Returns when all of it is where a power cut cannot reach it, as far as that goes. */
        void sync() throws IOException;

        @Override
        void close() throws IOException;
    }

    /**
     * What was written so far.
     *
     * @param bytes octets after packing
     * @param sha256 of these octets; empty where nobody wanted it
     */
    public record Written(String name, long records, long bytes, String sha256) {

        /** A file that is about to be begun. */
        public static Written nothing(String name) {
            return new Written(name, 0, 0, "");
        }
    }

    private final RecordWriter writer;
    private final Place place;
    private final Packing packing;
    private final JsonBytes gathered = new JsonBytes();
    private final Fingerprint hash;
    private long records;
    private long bytes;

    private RecordSink(RecordWriter writer, Place place, Packing packing, Fingerprint hash) {
        this.writer = writer;
        this.place = place;
        this.packing = packing;
        this.hash = hash;
    }

    /** A file, packed as its ending says; what it held is lost. Fails at once where it cannot be. */
    public static RecordSink file(Path path, RecordWriter writer) {
        return file(path, writer, new Sha256());
    }

    /** The same, for whoever will not ask for its hash. */
    public static RecordSink unhashedFile(Path path, RecordWriter writer) {
        return file(path, writer, Fingerprint.NONE);
    }

    private static RecordSink file(Path path, RecordWriter writer, Fingerprint hash) {
        return new RecordSink(writer, FilePlace.create(path), Packing.ofFile(path.toString()), hash);
    }

    /**
     * A file that goes on behind its first octets; what followed them is lost.
     *
     * @param kept what was written when {@link #sync} once returned; its hash is computed again
     */
    public static RecordSink continuing(Path path, Written kept, RecordWriter writer) {
        RecordSink sink = new RecordSink(
                writer, FilePlace.reopen(path, kept.bytes()), Packing.ofFile(path.toString()), new Sha256());
        sink.goOn(path, kept);
        return sink;
    }

    private void goOn(Path path, Written kept) {
        try (InputStream file = Files.newInputStream(path)) {
            byte[] buffer = new byte[BUFFER];
            long left = kept.bytes();
            while (left > 0) {
                int count = file.read(buffer, 0, (int) Math.min(buffer.length, left));
                hash.add(ByteBuffer.wrap(buffer, 0, count));
                left -= count;
            }
        } catch (IOException e) {
            throw Faults.of(path.toString(), e);
        }
        records = kept.records();
        bytes = kept.bytes();
    }

    /** Standard output, plain. */
    public static RecordSink standardOutput(RecordWriter writer) {
        return new RecordSink(writer, StreamPlace.standardOutput(), Packing.PLAIN, new Sha256());
    }

    /** Any stream; it is not closed with the sink. */
    public static RecordSink stream(String name, OutputStream stream, RecordWriter writer) {
        return new RecordSink(writer, new StreamPlace(name, stream), Packing.PLAIN, new Sha256());
    }

    /** Any stream, packed as the name's ending says; it is not closed with the sink. */
    public static RecordSink packed(String name, OutputStream stream, RecordWriter writer) {
        return new RecordSink(writer, new StreamPlace(name, stream), Packing.ofFile(name), new Sha256());
    }

    /** Takes a report; it is written with the next chunk. */
    public synchronized void write(ZoneReport report) {
        write(report, writer);
    }

    /** Takes a report of another run, which is written as that run would. */
    public synchronized void write(ZoneReport report, RecordWriter itsWriter) {
        itsWriter.write(report, gathered);
        wrote();
    }

    /** Takes a record as it stands in another file. */
    public synchronized void copy(String record) {
        gathered.stretch(record.getBytes(StandardCharsets.UTF_8));
        gathered.endLine();
        wrote();
    }

    private void wrote() {
        records++;
        if (gathered.length() >= packing.chunk()) {
            flush();
        }
    }

    /** Writes what was gathered, as a chunk of its own. */
    public synchronized void flush() {
        if (gathered.length() == 0) {
            return;
        }
        ByteBuffer packed = packing.pack(gathered.octets(), gathered.length());
        gathered.clear();
        int length = packed.remaining();
        try {
            place.append(packed.duplicate());
        } catch (IOException e) {
            throw Faults.of(place.name(), e);
        }
        hash.add(packed);
        bytes += length;
    }

    /** Writes what was gathered, and returns when it is safe. */
    public synchronized void sync() {
        flush();
        try {
            place.sync();
        } catch (IOException e) {
            throw Faults.of(place.name(), e);
        }
    }

    public synchronized Written written() {
        return new Written(place.name(), records, bytes, hash.hex());
    }

    @Override
    public synchronized void close() {
        try (place) {
            flush();
        } catch (IOException e) {
            throw Faults.of(place.name(), e);
        }
    }
}
