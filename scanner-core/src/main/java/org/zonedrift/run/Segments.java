package org.zonedrift.run;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.zonedrift.output.RecordSink;
import org.zonedrift.output.RecordSink.Written;
import org.zonedrift.output.RecordWriter;
import org.zonedrift.verdict.ZoneReport;

/** The results of a run in files of a handy size, each of whole compressed frames. */
final class Segments {

    private final Path folder;
    private final RecordWriter writer;
    private final long most;
    private final List<Written> full = new ArrayList<>();
    private RecordSink sink;

    /**
     * Goes on behind what a checkpoint told of; whatever was written later is lost.
     *
     * @param most octets past which results go on in another file
     */
    Segments(Path folder, List<Written> kept, RecordWriter writer, long most) throws IOException {
        this.folder = folder;
        this.writer = writer;
        this.most = most;
        Written last = Written.nothing(fileName(0));
        if (!kept.isEmpty()) {
            full.addAll(kept.subList(0, kept.size() - 1));
            last = kept.get(kept.size() - 1);
        }
        discardAfter(last.name());
        this.sink = RecordSink.continuing(folder.resolve(last.name()), last, writer);
    }

    private void discardAfter(String last) throws IOException {
        for (Path file : in(folder)) {
            if (file.getFileName().toString().compareTo(last) > 0) {
                Files.delete(file);
            }
        }
    }

    /** The files of results in a folder. */
    static List<Path> in(Path folder) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "results-*.ndjson.zst")) {
            List<Path> found = new ArrayList<>();
            files.forEach(found::add);
            return found;
        }
    }

    private static String fileName(int number) {
        return String.format(Locale.ROOT, "results-%05d.ndjson.zst", number);
    }

    void write(ZoneReport report) {
        sink.write(report);
    }

    /** Makes what was written survive a power cut, and tells of it. */
    List<Written> sync() {
        sink.sync();
        return written();
    }

    /** Goes on in another file if this one is large; only behind a checkpoint. */
    void turnOver() {
        if (sink.written().bytes() > most) {
            sink.close();
            full.add(inFolder(sink.written()));
            String next = fileName(full.size());
            sink = RecordSink.continuing(folder.resolve(next), Written.nothing(next), writer);
        }
    }

    List<Written> written() {
        List<Written> all = new ArrayList<>(full);
        all.add(inFolder(sink.written()));
        return all;
    }

    private static Written inFolder(Written file) {
        Path name = Path.of(file.name()).getFileName();
        return new Written(String.valueOf(name), file.records(), file.bytes(), file.sha256());
    }

    void close() {
        sink.close();
    }
}
