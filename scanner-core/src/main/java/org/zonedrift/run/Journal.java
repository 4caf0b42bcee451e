package org.zonedrift.run;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import org.roaringbitmap.longlong.Roaring64Bitmap;
import org.zonedrift.input.Target;

/**
 * What a run has finished: which targets, and how far its results reach that tell of them. Written
 * at checkpoints; a target that finished after the last one is not in it and is measured again.
 */
final class Journal {

    private static final String FORM = "zonedrift-journal/1";

    /** The lines of the largest file fit into what is left of 64 bits beside its index. */
    private static final int LINE_BITS = 40;

    private final Map<String, String> frozen;
    private final Roaring64Bitmap done;
    private int segment;
    private long segmentLength;

    private Journal(Map<String, String> frozen, Roaring64Bitmap done) {
        this.frozen = frozen;
        this.done = done;
    }

    static Journal begin(Map<String, String> frozen) {
        return new Journal(new TreeMap<>(frozen), new Roaring64Bitmap());
    }

    void finish(Target.Line line) {
        done.addLong(key(line));
    }

    boolean isDone(Target.Line line) {
        return done.contains(key(line));
    }

    private static long key(Target.Line line) {
        return (long) line.file() << LINE_BITS | line.number();
    }

    long finished() {
        return done.getLongCardinality();
    }

    /** The results reach to here. */
    void reach(int currentSegment, long length) {
        segment = currentSegment;
        segmentLength = length;
    }

    int segment() {
        return segment;
    }

    long segmentLength() {
        return segmentLength;
    }

    /** What must not change while the run lasts, and is another now; empty if nothing is. */
    String difference(Map<String, String> now) {
        TreeMap<String, String> all = new TreeMap<>(frozen);
        all.putAll(now);
        for (String key : all.keySet()) {
            String before = frozen.getOrDefault(key, "nothing");
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
            out.writeInt(frozen.size());
            for (Map.Entry<String, String> entry : frozen.entrySet()) {
                out.writeUTF(entry.getKey());
                out.writeUTF(entry.getValue());
            }
            out.writeInt(segment);
            out.writeLong(segmentLength);
            done.runOptimize();
            done.serialize(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return octets.toByteArray();
    }

    /** The journal that these octets are. */
    static Journal read(byte[] octets) throws IOException {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(octets))) {
            if (!in.readUTF().equals(FORM)) {
                throw new IOException("not a journal of this version");
            }
            Map<String, String> frozen = new TreeMap<>();
            for (int left = in.readInt(); left > 0; left--) {
                frozen.put(in.readUTF(), in.readUTF());
            }
            Journal journal = new Journal(frozen, new Roaring64Bitmap());
            journal.reach(in.readInt(), in.readLong());
            journal.done.deserialize(in);
            return journal;
        }
    }
}
