package org.zonedrift.cli.console;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Writes lines of text in UTF-8, and does not swallow what goes wrong. */
public final class Printer implements AutoCloseable {

    private final OutputStream out;
    private final Style style;

    public Printer(OutputStream out, Style style) {
        this.out = out;
        this.style = style;
    }

    public Style style() {
        return style;
    }

    /** Writes one line, or several. */
    public void line(String text) {
        try {
            out.write((text + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lets everything written go; the stream stays open for others. */
    @Override
    public void close() {
        try {
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
