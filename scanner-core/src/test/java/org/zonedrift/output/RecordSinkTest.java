package org.zonedrift.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.ZstdInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.zonedrift.verdict.ZoneReport;

class RecordSinkTest {

    private static final RecordWriter WRITER = new RecordWriter("", RecordWriter.InputFiles.ONE);
    private static final ZoneReport REPORT = Situations.optOut();
    private static final String LINE = Records.line(REPORT) + "\n";

    @TempDir
    Path dir;

    @Test
    void aPlainFileHoldsTheRecords() throws IOException {
        Path file = written("out.ndjson");

        assertThat(file).hasContent(LINE.repeat(3));
    }

    @Test
    void theEndingOfTheNameChoosesTheCompression() throws IOException {
        try (InputStream gz = new GZIPInputStream(Files.newInputStream(written("out.ndjson.gz")));
                InputStream zst = new ZstdInputStream(Files.newInputStream(written("OUT.NDJSON.ZST")))) {
            assertThat(gz).hasContent(LINE.repeat(3));
            assertThat(zst).hasContent(LINE.repeat(3));
        }
    }

    private Path written(String name) {
        Path file = dir.resolve(name);
        try (RecordSink sink = RecordSink.file(file, WRITER)) {
            sink.write(REPORT);
            sink.flush();
            sink.flush();
            sink.write(REPORT);
            sink.write(REPORT);
        }
        return file;
    }

    @Test
    void itKnowsWhatItWrote() throws Exception {
        Path file = dir.resolve("out.ndjson.zst");
        RecordSink sink = RecordSink.file(file, WRITER);
        sink.write(REPORT);
        sink.close();

        byte[] octets = Files.readAllBytes(file);
        String hash =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(octets));
        assertThat(sink.written()).isEqualTo(new RecordSink.Written(file.toString(), 1, octets.length, hash));
    }

    @Test
    void whereNobodyWantsTheHashTheOctetsAreTheSame() throws Exception {
        Path file = dir.resolve("unhashed.ndjson");
        RecordSink sink = RecordSink.unhashedFile(file, WRITER);
        sink.write(REPORT);
        sink.flush();
        sink.write(REPORT);
        sink.close();

        assertThat(sink.written()).isEqualTo(new RecordSink.Written(file.toString(), 2, Files.size(file), ""));
        assertThat(Files.readString(file)).isEqualTo(Files.readString(writtenTwice()));
    }

    private Path writtenTwice() {
        Path file = dir.resolve("hashed.ndjson");
        try (RecordSink sink = RecordSink.file(file, WRITER)) {
            sink.write(REPORT);
            sink.write(REPORT);
        }
        return file;
    }

    @Test
    void recordsAreWrittenInChunksWithoutBeingAsked() throws IOException {
        Path file = dir.resolve("out.ndjson");
        try (RecordSink sink = RecordSink.file(file, WRITER)) {
            for (int i = 0; i < 10_000; i++) {
                sink.write(REPORT);
            }
            assertThat(Files.size(file)).isGreaterThan(1 << 20);
        }
    }

    @Test
    void aPlaceThatCannotBeWrittenFailsAtOnceAndSaysWhy() {
        assertThatThrownBy(() -> RecordSink.file(dir.resolve("none/out.ndjson"), WRITER))
                .isInstanceOf(OutputException.class)
                .hasMessageContaining("none/out.ndjson: no such directory");
    }

    @Test
    @EnabledIf("hasFullDevice")
    void aFullDiskIsNamed() {
        RecordSink sink = RecordSink.file(Path.of("/dev/full"), WRITER);
        sink.write(REPORT);

        assertThatThrownBy(sink::flush)
                .isInstanceOfSatisfying(
                        OutputException.class, fault -> assertThat(fault.kind()).isEqualTo(OutputException.Kind.FAILED))
                .hasMessage("cannot write /dev/full: the disk is full; what is in it is whole");
    }

    static boolean hasFullDevice() {
        return Files.exists(Path.of("/dev/full"));
    }

    @Test
    void aReaderThatWentAwayIsNoFault() {
        OutputStream closedPipe = new OutputStream() {
            @Override
            public void write(int octet) throws IOException {
                throw new IOException("Broken pipe");
            }
        };
        RecordSink sink = RecordSink.stream("standard output", closedPipe, WRITER);
        sink.write(REPORT);

        assertThatThrownBy(sink::close)
                .isInstanceOfSatisfying(
                        OutputException.class,
                        fault -> assertThat(fault.kind()).isEqualTo(OutputException.Kind.READER_GONE));
    }

    @Test
    void emitChoosesByVerdictAndFinding() {
        assertThat(Situations.all().values().stream().filter(Emit.ALL::admits))
                .hasSize(Situations.all().size());
        assertThat(Emit.MISMATCH.admits(Situations.mismatchWithLag().report())).isTrue();
        assertThat(Emit.MISMATCH.admits(Situations.twoProviders().report())).isTrue();
        assertThat(Emit.MISMATCH.admits(Situations.lame().report())).isFalse();
        assertThat(Emit.ISSUES.admits(Situations.lame().report())).isTrue();
        assertThat(Emit.ISSUES.admits(Situations.consistent().report())).isFalse();
    }

    @Test
    void aChunkIsTheSameWheneverItIsPacked() {
        byte[] octets = LINE.getBytes(StandardCharsets.UTF_8);
        for (Packing packing : Packing.values()) {
            ByteBuffer packed = packing.pack(octets, octets.length);
            assertThat(packing.pack(octets, octets.length)).isEqualTo(packed);
        }
    }
}
