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

    private byte[] gathered = new byte[256];
    private byte[] line = chunk;
    private int from;
    private int length;
    private long number;
    private boolean cut;

    LineSplitter(InputStream source, int longest) {
        this.source = source;
        this.longest = longest;
    }

    /** Moves to the next line, if there is one. */
    boolean advance() throws IOException {
        if (chunkAt == chunkEnd && !refill()) {
            return false;
        }
        int end = LineFeed.find(chunk, chunkAt, chunkEnd);
        if (end < chunkEnd) {
            view(end);
        } else {
            gather();
        }
        number++;
        trimCarriageReturn();
        if (number == 1) {
            dropByteOrderMark();
        }
        return true;
    }

    /** A line that lies whole in the chunk stays there. */
    private void view(int end) {
        line = chunk;
        from = chunkAt;
        length = Math.min(end - chunkAt, longest);
        cut = end - chunkAt > longest;
        chunkAt = end + 1;
    }

    /** A line that begins in one chunk and ends in another. */
    private void gather() throws IOException {
        length = 0;
        cut = false;
        int end;
        do {
            end = LineFeed.find(chunk, chunkAt, chunkEnd);
            keep(chunkAt, end);
            chunkAt = Math.min(end + 1, chunkEnd);
        } while (end == chunkEnd && refill());
        line = gathered;
        from = 0;
    }

    /** Takes what is there already: a pipe fed line by line must not wait for a full chunk. */
    private boolean refill() throws IOException {
        chunkAt = 0;
        chunkEnd = Math.max(0, source.read(chunk));
        return chunkEnd > 0;
    }

    private void keep(int start, int end) {
        int room = Math.min(end - start, longest - length);
        cut |= room < end - start;
        if (length + room > gathered.length) {
            gathered = Arrays.copyOf(gathered, Math.max(length + room, 2 * gathered.length));
        }
        System.arraycopy(chunk, start, gathered, length, room);
        length += room;
    }

    private void trimCarriageReturn() {
        if (!cut && length > 0 && line[from + length - 1] == '\r') {
            length--;
        }
    }

    private void dropByteOrderMark() {
        boolean isMarked = length >= 3
                && line[from] == (byte) 0xef
                && line[from + 1] == (byte) 0xbb
                && line[from + 2] == (byte) 0xbf;
        if (isMarked) {
            from += 3;
            length -= 3;
        }
    }

    /** Octets among which the line is: {@link #length} of them {@link #from} there on, until the next is read. */
    byte[] octets() {
        return line;
    }

    int from() {
        return from;
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
