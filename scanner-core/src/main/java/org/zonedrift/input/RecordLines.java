package org.zonedrift.input;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The lines of a result file, whatever packs it. */
public final class RecordLines implements AutoCloseable {

    /**
     * One line.
     *
     * @param trouble why it cannot be read whatever it says, or null
     */
    public record Line(long number, String text, @Nullable String trouble) {}

    private final String name;
    private final InputStream stream;
    private final InputLines lines;

    private RecordLines(String name, InputStream stream) throws IOException {
        this.name = name;
        this.stream = stream;
        this.lines = new InputLines(Unpacked.of(stream), 0, ResultsReader.LONGEST_LINE);
    }

    /**
     * A file's lines.
     *
     * @throws InputException if it cannot be read
     */
    public static RecordLines of(Path file) {
        try {
            return new RecordLines(file.toString(), Files.newInputStream(file));
        } catch (IOException e) {
            throw Inputs.whyNot(file.toString(), e);
        }
    }

    /** What comes through a pipe; it is closed with this. */
    public static RecordLines of(String name, InputStream pipe) {
        try {
            return new RecordLines(name, pipe);
        } catch (IOException e) {
            throw InputException.damaged(name, e);
        }
    }

    public String name() {
        return name;
    }

    /**
     * The next line that is not blank.
     *
     * @throws InputException if the file breaks off or is damaged
     */
    public Optional<Line> next() {
        try {
            if (!lines.advance()) {
                return Optional.empty();
            }
            return Optional.of(new Line(lines.place().number(), lines.text(), lines.trouble()));
        } catch (UncheckedIOException e) {
            throw InputException.damaged(name, Objects.requireNonNull(e.getCause()));
        }
    }

    @Override
    public void close() {
        try {
            stream.close();
        } catch (IOException e) {
            throw InputException.unreadable(name + " cannot be closed", e);
        }
    }
}
