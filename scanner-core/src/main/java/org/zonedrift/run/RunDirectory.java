package org.zonedrift.run;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zonedrift.input.Target;
import org.zonedrift.output.Emit;
import org.zonedrift.output.RecordReader;
import org.zonedrift.output.RecordSink.Written;
import org.zonedrift.output.RecordWriter;
import org.zonedrift.output.RecordWriter.InputFiles;
import org.zonedrift.verdict.LooksSoFar;
import org.zonedrift.verdict.ZoneReport;
import reactor.core.publisher.Flux;

/**
 * A folder that holds one run: its results in segments, the journal of what is finished, the
 * manifest. Whatever stops the scan, the same command goes on from the last checkpoint: results
 * written after it are cut off and their targets measured again, so that each has exactly one
 * record.
 *
 * <p>Shared: any thread may finish or park a report, one at a time.
 */
public final class RunDirectory implements AutoCloseable {

    /**
     * What a run is begun with, and keeps.
     *
     * @param runId the name of the run, in hexadecimal digits
     * @param nowMillis when it began
     * @param frozen what must not change while it lasts, by the names that people know
     */
    public record Terms(String runId, long nowMillis, Map<String, String> frozen) {

        /** So many digits of a run's id stand in its records. */
        private static final int ID_DIGITS = 8;

        public Terms {
            frozen = Map.copyOf(frozen);
        }

        /** How records name the run. */
        public String shortId() {
            return runId.substring(0, Math.min(ID_DIGITS, runId.length()));
        }
    }

    /**
     * What is written of the reports, and how.
     *
     * @param port where the servers listen, which records do not tell
     * @param segmentMax octets past which results go on in another file
     */
    public record Output(InputFiles files, Emit emit, int port, long segmentMax) {

        /** Small enough to copy, large enough to be few. */
        private static final long SEGMENT_MAX = 1L << 28;

        public static Output of(InputFiles files, Emit emit, int port) {
            return new Output(files, emit, port, SEGMENT_MAX);
        }
    }

    private static final String JOURNAL = "journal";
    private static final String LOCK = "lock";

    private final Path folder;
    private final Emit emit;
    private final Journal journal;
    private final FileChannel lock;
    private final long finishedBefore;
    private final Segments results;
    private final PendingLooks pending;

    private RunDirectory(Path folder, Journal journal, Output output, FileChannel lock) throws IOException {
        this.folder = folder;
        this.emit = output.emit;
        this.journal = journal;
        this.lock = lock;
        this.finishedBefore = journal.finished();
        RecordWriter writer = new RecordWriter(journal.terms().shortId(), output.files);
        this.results = new Segments(folder, journal.results(), writer, output.segmentMax);
        this.pending = new PendingLooks(folder, journal, writer, new RecordReader(output.port));
        try {
            checkpoint(journal.tally());
            pending.forgetOthers();
        } catch (RuntimeException e) {
            closeAfter(e);
            throw e;
        }
    }

    private void closeAfter(RuntimeException fault) {
        try {
            closeFiles();
        } catch (RuntimeException e) {
            fault.addSuppressed(e);
        }
    }

    /**
     * Begins a run in the folder, or goes on with the one that is there.
     *
     * @throws RunException if the folder belongs to another run, with the difference named
     */
    public static RunDirectory open(Path folder, Terms terms, Output output) {
        FileChannel lock = null;
        try {
            Files.createDirectories(folder);
            lock = locked(folder);
            return new RunDirectory(folder, journal(folder, terms), output, lock);
        } catch (IOException e) {
            release(lock);
            throw RunException.failed("cannot use " + folder, e);
        } catch (RuntimeException e) {
            release(lock);
            throw e;
        }
    }

    private static Journal journal(Path folder, Terms terms) throws IOException {
        Path file = folder.resolve(JOURNAL);
        if (!Files.exists(file)) {
            if (!Segments.in(folder).isEmpty()) {
                throw RunException.refused(folder + " holds results, but no journal tells of what");
            }
            return Journal.begin(terms);
        }
        Journal journal = Journal.read(Files.readAllBytes(file));
        String difference = journal.difference(terms.frozen());
        if (!difference.isEmpty()) {
            throw RunException.refused(folder + " holds another run: " + difference);
        }
        journal.resumeAt(terms.nowMillis());
        return journal;
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

    /** Whether the report of this target is in, up to the last checkpoint and since. */
    public synchronized boolean isFinished(Target target) {
        return journal.isDone(target.line());
    }

    /** Whether this target needs no attention: it was finished before, or waits for another look. */
    public synchronized boolean isTaken(Target target) {
        return journal.isDone(target.line()) || pending.contain(target.line());
    }

    /** The looks at zones that an earlier attempt left waiting for another; to be read once. */
    public Flux<LooksSoFar> leftBehind() {
        return pending.leftBehind();
    }

    /** What the run was begun with. */
    public Terms terms() {
        return journal.terms();
    }

    /** When the run was gone on with, in milliseconds since 1970. */
    public List<Long> resumedAt() {
        return journal.resumedAt();
    }

    /** How many targets earlier attempts finished; 0 for a run that begins. */
    public long finishedBefore() {
        return finishedBefore;
    }

    /** What was counted up to the last checkpoint of an earlier attempt; empty for a run that begins. */
    public byte[] tally() {
        return journal.tally();
    }

    /** Takes what was seen of a zone that waits for another look; what was taken of it before counts no more. */
    public synchronized void park(LooksSoFar looks) {
        pending.add(looks);
    }

    /** Takes the report of a target; it counts as finished from the next checkpoint on. */
    public synchronized void finish(ZoneReport report) {
        if (emit.admits(report)) {
            results.write(report);
        }
        journal.finish(report.line());
    }

    /**
     * Makes what was finished so far survive whatever happens next.
     *
     * @param tally what was counted of it
     */
    public synchronized void checkpoint(byte[] tally) {
        journal.reach(results.sync(), pending.sync());
        journal.count(tally);
        WholeFile.replace(folder.resolve(JOURNAL), journal.octets());
        results.turnOver();
    }

    /** The files of results as far as they are written. */
    public synchronized List<Written> written() {
        return results.written();
    }

    /** Where the manifest of a run belongs. */
    public static Path manifestIn(Path folder) {
        return folder.resolve("manifest.json");
    }

    /** Ends it; what was finished since the last checkpoint is measured again. */
    @Override
    public synchronized void close() {
        try {
            closeFiles();
        } finally {
            release(lock);
        }
    }

    /** Both, even if there is no room for what the first still holds. */
    private void closeFiles() {
        try {
            results.close();
        } finally {
            pending.close();
        }
    }
}
