package org.zonedrift.cli.console;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Standard output, which can tell a reader that went away from a disk that is full. */
final class StandardOutput extends FilterOutputStream {

    private static final int KIND_OF_FILE = 0xF000;
    private static final int FIFO = 0x1000;
    private static final int SOCKET = 0xC000;

    StandardOutput(OutputStream out) {
        super(out);
    }

    @Override
    public void write(int octet) throws IOException {
        write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public void write(byte[] octets, int offset, int length) throws IOException {
        try {
            out.write(octets, offset, length);
        } catch (IOException failure) {
            throw leadsToAReader() ? new ReaderGoneException(failure) : failure;
        }
    }

    /** The text of the failure depends on the user's language; the kind of the file does not. */
    private static boolean leadsToAReader() {
        try {
            int kind = (Integer) Files.getAttribute(Path.of("/proc/self/fd/1"), "unix:mode") & KIND_OF_FILE;
            return kind == FIFO || kind == SOCKET;
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException unknown) {
            return true;
        }
    }
}
