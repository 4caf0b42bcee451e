package org.zonedrift.input;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Octets that can be read more than once, from the beginning each time. */
@FunctionalInterface
public interface ByteSource {

    InputStream open() throws IOException;

    /** The same for a first look, of which nobody wants to know how much was read. */
    default InputStream openAhead() throws IOException {
        return open();
    }

    static ByteSource file(Path path) {
        return () -> Files.newInputStream(path);
    }

    /**
     * What comes through a pipe, kept on disk so that it can be read again. The file has no name any
     * more where the system allows that, so it is gone with the process at the latest.
     *
     * @throws IOException if the folder has no room for it
     */
    static ByteSource spooled(InputStream pipe, Path folder) throws IOException {
        Path path = Files.createTempFile(folder, "zonedrift-", ".spool");
        FileChannel channel = FileChannel.open(
                path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        pipe.transferTo(Channels.newOutputStream(channel));
        return () -> new ChannelInput(channel);
    }
}
