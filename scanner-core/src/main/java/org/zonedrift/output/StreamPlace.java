package org.zonedrift.output;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;

/** A stream that belongs to somebody else: flushed with every chunk, never closed. */
final class StreamPlace implements RecordSink.Place {

    private final String name;
    private final OutputStream stream;

    StreamPlace(String name, OutputStream stream) {
        this.name = name;
        this.stream = stream;
    }

    /** The descriptor itself: a PrintStream would swallow what goes wrong. */
    static StreamPlace standardOutput() {
        return new StreamPlace("standard output", new FileOutputStream(FileDescriptor.out));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void append(ByteBuffer chunk) throws IOException {
        stream.write(chunk.array(), chunk.arrayOffset() + chunk.position(), chunk.remaining());
        stream.flush();
    }

    @Override
    public void sync() {}

    @Override
    public void close() {}
}
