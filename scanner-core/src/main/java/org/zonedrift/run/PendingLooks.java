package org.zonedrift.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.roaringbitmap.longlong.Roaring64Bitmap;
import org.zonedrift.input.Target;
import org.zonedrift.output.RecordReader;
import org.zonedrift.output.RecordSink;
import org.zonedrift.output.RecordSink.Written;
import org.zonedrift.output.RecordWriter;
import org.zonedrift.output.StoredRecords;
import org.zonedrift.output.StoredRecords.Stored;
import org.zonedrift.output.WrittenRecord;
import org.zonedrift.verdict.Judgement;
import org.zonedrift.verdict.ZoneReport;
import reactor.core.publisher.Flux;

/**
 * The first looks at zones that wait for another, appended as they are taken, so that no stop makes
 * a scan forget or repeat them. Those that have come to their end since are left out when a later
 * attempt begins: then the rest moves to a file of its own.
 */
final class PendingLooks {

    private final Path folder;
    private final RecordReader reader;
    private final RecordSink sink;
    private final Roaring64Bitmap left = new Roaring64Bitmap();
    private final Written leftInFile;

    /** Goes on behind what a checkpoint told of. */
    PendingLooks(Path folder, Journal journal, RecordWriter writer, RecordReader reader) throws IOException {
        this.folder = folder;
        this.reader = reader;
        Written before = journal.pending();
        String name = fileName(before.name().isEmpty() ? 0 : numberOf(before.name()) + 1);
        this.sink = RecordSink.continuing(folder.resolve(name), Written.nothing(name), writer);
        try (StoredRecords records = new StoredRecords(folder.resolve(before.name()), before.bytes(), reader)) {
            for (Optional<Stored> next = records.next(); next.isPresent(); next = records.next()) {
                keep(next.get(), journal);
            }
        }
        sink.sync();
        this.leftInFile = sink.written();
    }

    private void keep(Stored stored, Journal journal) {
        Target.Line line = stored.record().line();
        long key = Journal.key(line);
        if (!journal.isDone(line) && !left.contains(key)) {
            left.addLong(key);
            sink.copy(stored.line());
        }
    }

    /** What it was judged to be does not matter any more: the evidence is judged again. */
    private static ZoneReport firstLook(WrittenRecord record) {
        return record.judged(Judgement.unmeasured(
                record.conclusion().verdict(), record.conclusion().reason()));
    }

    private static String fileName(int number) {
        return String.format(Locale.ROOT, "pending-%05d.ndjson.zst", number);
    }

    private static int numberOf(String name) {
        return Integer.parseInt(name.substring("pending-".length(), name.indexOf('.')));
    }

    /** Whether this target waits from an earlier attempt. */
    boolean contain(Target.Line line) {
        return left.contains(Journal.key(line));
    }

    /** The looks that an earlier attempt left behind. */
    Flux<ZoneReport> leftBehind() {
        return Flux.using(
                () -> new StoredRecords(folder.resolve(leftInFile.name()), leftInFile.bytes(), reader),
                records -> Flux.<ZoneReport>generate(out ->
                        records.next().ifPresentOrElse(stored -> out.next(firstLook(stored.record())), out::complete)),
                PendingLooks::close);
    }

    private static void close(StoredRecords records) {
        try {
            records.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void add(ZoneReport firstLook) {
        sink.write(firstLook);
    }

    /** Makes what was added survive a power cut, and tells of it. */
    Written sync() {
        sink.sync();
        Written all = sink.written();
        return new Written(String.valueOf(Path.of(all.name()).getFileName()), all.records(), all.bytes(), all.sha256());
    }

    /** Deletes what earlier attempts wrote; only behind a checkpoint. */
    void forgetOthers() throws IOException {
        Path own = Path.of(sink.written().name()).getFileName();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "pending-*.ndjson.zst")) {
            for (Path file : files) {
                if (!file.getFileName().equals(own)) {
                    Files.delete(file);
                }
            }
        }
    }

    void close() {
        sink.close();
    }
}
