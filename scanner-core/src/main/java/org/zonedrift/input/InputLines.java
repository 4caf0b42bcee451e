package org.zonedrift.input;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** The lines of a text input that mean something, as text; blank lines and comments are counted. */
final class InputLines {

    /** As much of a bad line as a record shows. */
    static final int SHOWN = 1 << 14;

    private static final String NOT_UTF8 = "not UTF-8";

    private final LineSplitter lines;
    private final int file;
    private long comments;
    private String raw = "";
    private @Nullable String trouble;

    InputLines(InputStream source, int file, int longest) {
        this.lines = new LineSplitter(source, longest);
        this.file = file;
    }

    /** Moves to the next line that is neither blank nor a comment. */
    boolean advance() {
        try {
            while (lines.advance()) {
                read();
                if (trouble != null || !isIgnored(text())) {
                    return true;
                }
                comments++;
            }
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read() {
        try {
            raw = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(lines.octets(), lines.from(), lines.length()))
                    .toString();
            trouble = lines.isCut() ? "a line longer than " + lines.length() + " octets" : null;
        } catch (CharacterCodingException e) {
            raw = new String(lines.octets(), lines.from(), lines.length(), StandardCharsets.UTF_8);
            trouble = lines.isCut() ? "a line longer than " + lines.length() + " octets" : NOT_UTF8;
        }
    }

    /** Passes over a line that names columns. */
    void skipHeader() {
        if (advance()) {
            comments++;
        }
    }

    static boolean isIgnored(String text) {
        return text.isEmpty() || text.charAt(0) == '#' || text.charAt(0) == ';';
    }

    /** The line without white space around it. */
    String text() {
        return AsciiSpace.trimmed(raw);
    }

    /** Why the line cannot be used whatever it says, or null. */
    @Nullable
    String trouble() {
        return trouble;
    }

    /** How the record shows the line when it stands for this name. */
    Target.Line line(String name) {
        return new Target.Line(file, lines.number(), raw.equals(name) ? null : raw, null);
    }

    /** Where the line stands, without its text: for machine-written lines. */
    Target.Line place() {
        return new Target.Line(file, lines.number(), null, null);
    }

    /** The line as a target that is not measured. */
    Target malformed(String why) {
        int shown = Math.min(lines.length(), SHOWN);
        int from = lines.from();
        String hex = NOT_UTF8.equals(trouble) ? HexFormat.of().formatHex(lines.octets(), from, from + shown) : null;
        String text = raw.length() > SHOWN ? raw.substring(0, SHOWN) : raw;
        Target.Line line = new Target.Line(file, lines.number(), text, hex);
        return new Target.Unmeasured(line, null, Target.Why.MALFORMED_INPUT, why);
    }

    /** Lines passed over. */
    long comments() {
        return comments;
    }
}
