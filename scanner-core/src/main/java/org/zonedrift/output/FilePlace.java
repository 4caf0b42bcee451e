package org.zonedrift.output;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file of chunks. A chunk that does not fit any more is taken back, so that the file stays whole. */
final class FilePlace implements RecordSink.Place {

    private final Path path;
    private final FileChannel channel;
    private long whole;

    private FilePlace(Path path, FileChannel channel, long whole) {
        this.path = path;
        this.channel = channel;
        this.whole = whole;
    }

    static FilePlace create(Path path) {
        try {
            FileChannel channel = FileChannel.open(
                    path, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
            return new FilePlace(path, channel, 0);
        } catch (IOException e) {
            throw Faults.of(path.toString(), e);
        }
    }

    static FilePlace reopen(Path path, long kept) {
        try {
            FileChannel channel = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (channel.size() < kept) {
                channel.close();
                throw new IOException("it is shorter than it was, and " + kept + " octets of it must be kept");
            }
            channel.truncate(kept);
            channel.position(kept);
            return new FilePlace(path, channel, kept);
        } catch (IOException e) {
            throw Faults.of(path.toString(), e);
        }
    }

    @Override
    public void sync() throws IOException {
        channel.force(false);
    }

    @Override
    public String name() {
        return path.toString();
    }

    @Override
    public void append(ByteBuffer chunk) throws IOException {
        int length = chunk.remaining();
        try {
            while (chunk.hasRemaining()) {
                channel.write(chunk);
            }
            whole += length;
        } catch (IOException e) {
            takeBack(e);
            throw e;
        }
    }

    private void takeBack(IOException why) {
        try {
            channel.truncate(whole);
            channel.position(whole);
        } catch (IOException e) {
            why.addSuppressed(e);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
