package org.zonedrift.run;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32C;
import org.roaringbitmap.longlong.Roaring64Bitmap;
import org.zonedrift.input.Target;
import org.zonedrift.output.RecordSink.Written;

/**
 * What a run has finished: which targets, and how far its files reach that tell of them. Written at
 * checkpoints; a target that finished after the last one is not in it and is measured again.
 */
final class Journal {

    private static final String FORM = "zonedrift-journal/1";

    /** The lines of the largest file fit into what is left of 64 bits beside its index. */
    private static final int LINE_BITS = 40;

    /** A tally with its table of servers at its bound is a fifth of this. */
    private static final int TALLY_MAX = 1 << 26;

    private final RunDirectory.Terms terms;
    private final List<Long> resumedAt = new ArrayList<>();
    private final List<Written> results = new ArrayList<>();
    private final Roaring64Bitmap done = new Roaring64Bitmap();
    private Written pending = Written.nothing("");
    private byte[] tally = new byte[0];

    private Journal(RunDirectory.Terms terms) {
        this.terms = terms;
    }

    static Journal begin(RunDirectory.Terms terms) {
        return new Journal(terms);
    }

    RunDirectory.Terms terms() {
        return terms;
    }

    void resumeAt(long millis) {
        resumedAt.add(millis);
    }

    List<Long> resumedAt() {
        return List.copyOf(resumedAt);
    }

    void finish(Target.Line line) {
        done.addLong(key(line));
    }

    boolean isDone(Target.Line line) {
        return done.contains(key(line));
    }

    static long key(Target.Line line) {
        return (long) line.file() << LINE_BITS | line.number();
    }

    long finished() {
        return done.getLongCardinality();
    }

    /** The results reach to here, and so do the looks at zones that wait for another. */
    void reach(List<Written> segments, Written pendingLooks) {
        results.clear();
        results.addAll(segments);
        pending = pendingLooks;
    }

    List<Written> results() {
        return List.copyOf(results);
    }

    Written pending() {
        return pending;
    }

    /** What was counted of the reports that are in it. */
    void count(byte[] counted) {
        tally = counted;
    }

    byte[] tally() {
        return tally;
    }

    /** What must not change while the run lasts, and is another now; empty if nothing is. */
    String difference(Map<String, String> now) {
        TreeMap<String, String> all = new TreeMap<>(terms.frozen());
        all.putAll(now);
        for (String key : all.keySet()) {
            String before = terms.frozen().getOrDefault(key, "nothing");
            String after = now.getOrDefault(key, "nothing");
            if (!before.equals(after)) {
                return key + " was " + before + " and is " + after;
            }
        }
        return "";
    }

    byte[] octets() {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(octets)) {
            out.writeUTF(FORM);
            writeTerms(out);
            out.writeInt(resumedAt.size());
            for (long millis : resumedAt) {
                out.writeLong(millis);
            }
            out.writeInt(results.size());
            for (Written segment : results) {
                write(out, segment);
            }
            write(out, pending);
            out.writeInt(tally.length);
            out.write(tally);
            done.runOptimize();
            done.serialize(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sealed(octets.toByteArray());
    }

    private void writeTerms(DataOutputStream out) throws IOException {
        out.writeUTF(terms.runId());
        out.writeLong(terms.nowMillis());
        out.writeInt(terms.frozen().size());
        for (Map.Entry<String, String> entry : terms.frozen().entrySet()) {
            out.writeUTF(entry.getKey());
            out.writeUTF(entry.getValue());
        }
    }

    private static void write(DataOutputStream out, Written file) throws IOException {
        out.writeUTF(file.name());
        out.writeLong(file.records());
        out.writeLong(file.bytes());
        out.writeUTF(file.sha256());
    }

    /** With a checksum at the end: what a disk made of it must not be taken for what was finished. */
    private static byte[] sealed(byte[] text) {
        return ByteBuffer.allocate(text.length + Integer.BYTES)
                .put(text)
                .putInt(checksum(text))
                .array();
    }

    private static int checksum(byte[] text) {
        CRC32C sum = new CRC32C();
        sum.update(text, 0, text.length);
        return (int) sum.getValue();
    }

    private static byte[] unsealed(byte[] octets) throws IOException {
        int length = octets.length - Integer.BYTES;
        byte[] text = Arrays.copyOf(octets, Math.max(0, length));
        if (length < 0 || ByteBuffer.wrap(octets).getInt(length) != checksum(text)) {
            throw new IOException("the journal is damaged");
        }
        return text;
    }

    /**
     * The journal that these octets are.
     *
     * @throws IOException if they are damaged, or of another version
     */
    static Journal read(byte[] octets) throws IOException {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(unsealed(octets)))) {
            if (!in.readUTF().equals(FORM)) {
                throw new IOException("not a journal of this version");
            }
            Journal journal = new Journal(readTerms(in));
            for (int left = in.readInt(); left > 0; left--) {
                journal.resumedAt.add(in.readLong());
            }
            for (int left = in.readInt(); left > 0; left--) {
                journal.results.add(readFile(in));
            }
            journal.pending = readFile(in);
            int length = in.readInt();
            if (length < 0 || length > TALLY_MAX) {
                throw new IOException("the journal is damaged");
            }
            journal.tally = in.readNBytes(length);
            journal.done.deserialize(in);
            return journal;
        }
    }

    private static RunDirectory.Terms readTerms(DataInputStream in) throws IOException {
        String runId = in.readUTF();
        long startedAt = in.readLong();
        Map<String, String> frozen = new TreeMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            frozen.put(in.readUTF(), in.readUTF());
        }
        return new RunDirectory.Terms(runId, startedAt, frozen);
    }

    private static Written readFile(DataInputStream in) throws IOException {
        return new Written(in.readUTF(), in.readLong(), in.readLong(), in.readUTF());
    }
}
