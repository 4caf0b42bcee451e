package org.zonedrift.run;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zonedrift.input.Target;
import org.zonedrift.output.Emit;
import org.zonedrift.output.RecordSink;
import org.zonedrift.output.RecordWriter;
import org.zonedrift.verdict.ZoneReport;

/**
 * A folder that holds one run: its results in segments, the journal of what is finished, the
 * manifest. Whatever stops the scan, the same command goes on from the last checkpoint: results
 * written after it are cut off and their targets measured again, so that each has exactly one
 * record.
 *
 * <p>Shared: any thread may finish a report, one at a time.
 */
public final class RunDirectory implements AutoCloseable {

    /**
     * What is written of the reports, and how.
     *
     * @param segmentMax octets past which results go on in another file
     */
    public record Output(RecordWriter writer, Emit emit, long segmentMax) {

        /** Small enough to copy, large enough to be few. */
        private static final long SEGMENT_MAX = 1L << 28;

        public static Output of(RecordWriter writer, Emit emit) {
            return new Output(writer, emit, SEGMENT_MAX);
        }
    }

    private static final String JOURNAL = "journal";
    private static final String LOCK = "lock";

    private final Path folder;
    private final Output output;
    private final Journal journal;
    private final FileChannel lock;
    private final long finishedBefore;
    private int segment;
    private long kept;
    private RecordSink sink;

    private RunDirectory(Path folder, Journal journal, Output output, FileChannel lock) {
        this.folder = folder;
        this.journal = journal;
        this.output = output;
        this.lock = lock;
        this.finishedBefore = journal.finished();
        this.segment = journal.segment();
        this.kept = journal.segmentLength();
        this.sink = RecordSink.continuing(segmentFile(folder, segment), kept, output.writer);
    }

    /**
     * Begins a run in the folder, or goes on with the one that is there.
     *
     * @param frozen what must not change while a run lasts, by the names that people know
     * @throws RunException if the folder belongs to another run, with the difference named
     */
    public static RunDirectory open(Path folder, Map<String, String> frozen, Output output) {
        FileChannel lock = null;
        try {
            Files.createDirectories(folder);
            lock = locked(folder);
            Path file = folder.resolve(JOURNAL);
            if (!Files.exists(file)) {
                if (!segments(folder).isEmpty()) {
                    throw RunException.refused(folder + " holds results, but no journal tells of what");
                }
                Journal fresh = Journal.begin(frozen);
                WholeFile.replace(file, fresh.octets());
                return new RunDirectory(folder, fresh, output, lock);
            }
            Journal journal = Journal.read(Files.readAllBytes(file));
            String difference = journal.difference(frozen);
            if (!difference.isEmpty()) {
                throw RunException.refused(folder + " holds another run: " + difference);
            }
            discardAfter(folder, journal.segment());
            return new RunDirectory(folder, journal, output, lock);
        } catch (IOException e) {
            release(lock);
            throw RunException.failed("cannot use " + folder, e);
        } catch (RunException e) {
            release(lock);
            throw e;
        }
    }

    private static FileChannel locked(Path folder) throws IOException {
        FileChannel channel =
                FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return channel;
            }
        } catch (OverlappingFileLockException e) {
            // Held by this very process: refused like any other holder.
        }
        channel.close();
        throw RunException.refused(folder + " is in use by another scan");
    }

    private static void release(@Nullable FileChannel lock) {
        try {
            if (lock != null) {
                lock.close();
            }
        } catch (IOException e) {
            throw RunException.failed("cannot release the lock", e);
        }
    }

    /** Results that no checkpoint tells of, in files begun after the last one. */
    private static void discardAfter(Path folder, int segment) throws IOException {
        Path last = segmentFile(folder, segment);
        for (Path file : segments(folder)) {
            if (file.compareTo(last) > 0) {
                Files.delete(file);
            }
        }
    }

    private static List<Path> segments(Path folder) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "results-*.ndjson.zst")) {
            List<Path> found = new ArrayList<>();
            files.forEach(found::add);
            return found;
        }
    }

    private static Path segmentFile(Path folder, int segment) {
        return folder.resolve(String.format(Locale.ROOT, "results-%05d.ndjson.zst", segment));
    }

    /** Whether this target was finished before the last checkpoint of an earlier attempt. */
    public synchronized boolean isDone(Target target) {
        return journal.isDone(target.line());
    }

    /** How many targets earlier attempts finished; 0 for a run that begins. */
    public long finishedBefore() {
        return finishedBefore;
    }

    /** Takes the report of a target; it counts as finished from the next checkpoint on. */
    public synchronized void finish(ZoneReport report) {
        if (output.emit.admits(report)) {
            sink.write(report);
        }
        journal.finish(report.line());
    }

    /** Makes what was finished so far survive whatever happens next. */
    public synchronized void checkpoint() {
        sink.sync();
        long length = kept + sink.written().bytes();
        journal.reach(segment, length);
        WholeFile.replace(folder.resolve(JOURNAL), journal.octets());
        if (length > output.segmentMax) {
            sink.close();
            segment++;
            kept = 0;
            sink = RecordSink.continuing(segmentFile(folder, segment), kept, output.writer);
        }
    }

    /** Where the manifest belongs. */
    public Path manifestFile() {
        return folder.resolve("manifest.json");
    }

    @Override
    public synchronized void close() {
        try {
            checkpoint();
            sink.close();
        } finally {
            release(lock);
        }
    }
}
