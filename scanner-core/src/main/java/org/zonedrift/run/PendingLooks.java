package org.zonedrift.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
import org.zonedrift.verdict.LooksSoFar;
import org.zonedrift.verdict.ZoneReport;
import reactor.core.publisher.Flux;

/**
 * The looks at zones that wait for another, appended as they are taken, so that no stop makes a scan
 * forget or repeat them. A zone that was looked at again is appended as a whole once more, and counts
 * as it was seen last. Those that have come to their end since are left out when a later attempt
 * begins: then the rest moves to a file of its own.
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
        Map<Long, Integer> last = lastOfEach(before, journal);
        try (StoredLooks looks = read(before)) {
            int place = 0;
            for (Optional<List<Stored>> next = looks.next(); next.isPresent(); next = looks.next()) {
                long key = keyOf(next.get());
                if (last.getOrDefault(key, -1) == place++) {
                    left.addLong(key);
                    next.get().forEach(look -> sink.copy(look.line()));
                }
            }
        }
        sink.sync();
        this.leftInFile = sink.written();
    }

    /** Where each zone that still waits was told of last. */
    private Map<Long, Integer> lastOfEach(Written file, Journal journal) throws IOException {
        Map<Long, Integer> last = new HashMap<>();
        try (StoredLooks looks = read(file)) {
            int place = 0;
            for (Optional<List<Stored>> next = looks.next(); next.isPresent(); next = looks.next()) {
                if (!journal.isDone(next.get().get(0).record().line())) {
                    last.put(keyOf(next.get()), place);
                }
                place++;
            }
        }
        return last;
    }

    private StoredLooks read(Written file) throws IOException {
        return new StoredLooks(new StoredRecords(folder.resolve(file.name()), file.bytes(), reader));
    }

    private static long keyOf(List<Stored> looks) {
        return Journal.key(looks.get(0).record().line());
    }

    /** What it was judged to be does not matter any more: the evidence is judged again. */
    private static ZoneReport look(WrittenRecord record) {
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
    Flux<LooksSoFar> leftBehind() {
        return Flux.using(
                () -> read(leftInFile),
                looks -> Flux.<LooksSoFar>generate(
                        out -> looks.next().ifPresentOrElse(zone -> out.next(soFar(zone)), out::complete)),
                PendingLooks::close);
    }

    private static LooksSoFar soFar(List<Stored> zone) {
        List<ZoneReport> looks =
                zone.stream().map(stored -> look(stored.record())).toList();
        return new LooksSoFar(looks.get(0), looks.subList(1, looks.size()));
    }

    private static void close(StoredLooks looks) {
        try {
            looks.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void add(LooksSoFar looks) {
        sink.write(looks.first());
        looks.later().forEach(sink::write);
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
