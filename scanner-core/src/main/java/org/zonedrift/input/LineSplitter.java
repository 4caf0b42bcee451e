package org.zonedrift.input;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Lines of octets, ended by LF, CRLF or the end of the stream; a byte order mark at the very start
 * is no part of the first. Keeps one line at a time, and of a line longer than allowed only the
 * beginning.
 */
final class LineSplitter {

    private static final int CHUNK = 1 << 16;

    private final InputStream source;
    private final int longest;
    private final byte[] chunk = new byte[CHUNK];
    private int chunkAt;
    private int chunkEnd;

    private byte[] line = new byte[256];
    private int length;
    private long number;
    private boolean cut;

    LineSplitter(InputStream source, int longest) {
        this.source = source;
        this.longest = longest;
    }

    /** Moves to the next line, if there is one. */
    boolean advance() throws IOException {
        length = 0;
        cut = false;
        boolean found = false;
        while (chunkAt < chunkEnd || refill()) {
            found = true;
            int end = endOfLineInChunk();
            keep(chunkAt, end);
            chunkAt = end + 1;
            if (end < chunkEnd) {
                break;
            }
        }
        if (!found) {
            return false;
        }
        number++;
        trimCarriageReturn();
        if (number == 1) {
            dropByteOrderMark();
        }
        return true;
    }

    /** Takes what is there already: a pipe fed line by line must not wait for a full chunk. */
    private boolean refill() throws IOException {
        chunkAt = 0;
        chunkEnd = Math.max(0, source.read(chunk));
        return chunkEnd > 0;
    }

    private int endOfLineInChunk() {
        int at = chunkAt;
        while (at < chunkEnd && chunk[at] != '\n') {
            at++;
        }
        return at;
    }

    private void keep(int from, int to) {
        int room = Math.min(to - from, longest - length);
        cut |= room < to - from;
        if (length + room > line.length) {
            line = Arrays.copyOf(line, Math.max(length + room, 2 * line.length));
        }
        System.arraycopy(chunk, from, line, length, room);
        length += room;
    }

    private void trimCarriageReturn() {
        if (!cut && length > 0 && line[length - 1] == '\r') {
            length--;
        }
    }

    private void dropByteOrderMark() {
        if (length >= 3 && line[0] == (byte) 0xef && line[1] == (byte) 0xbb && line[2] == (byte) 0xbf) {
            length -= 3;
            System.arraycopy(line, 3, line, 0, length);
        }
    }

    /** The octets of the line, valid up to {@link #length} until the next one is read. */
    byte[] octets() {
        return line;
    }

    int length() {
        return length;
    }

    /** The number of the line, from 1. */
    long number() {
        return number;
    }

    /** Whether the line was longer than allowed. */
    boolean isCut() {
        return cut;
    }
}
