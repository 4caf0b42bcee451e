package org.zonedrift.cli.console;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * What a command reads from and writes to: records and answers on {@code out}, everything else on
 * {@code err}.
 *
 * @param outStyle how text on {@code out} may be dressed
 * @param errStyle how text on {@code err} may be dressed
 */
public record Streams(InputStream in, OutputStream out, PrintStream err, Style outStyle, Style errStyle) {

    private static final int BUFFER_OCTETS = 1 << 16;

    /** Those of this process. */
    public static Streams ofProcess() {
        OutputStream out = new StandardOutput(new FileOutputStream(FileDescriptor.out));
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        return new Streams(
                System.in,
                new BufferedOutputStream(out, BUFFER_OCTETS),
                err,
                Terminals.styleOf(1),
                Terminals.styleOf(2));
    }

    /** Captured ones, as a file or a pipe would be: no terminal anywhere. */
    public static Streams captured(InputStream in, OutputStream out, PrintStream err) {
        return new Streams(in, out, err, Style.PLAIN, Style.PLAIN);
    }

    /** A printer of text on {@code out}; flushed by {@link Printer#close}. */
    public Printer printer() {
        return new Printer(out, outStyle);
    }
}
