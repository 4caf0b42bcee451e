package org.zonedrift.flink;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.apache.flink.core.fs.FileSystem.WriteMode;
import org.apache.flink.core.fs.Path;
import org.zonedrift.input.ByteSource;

/** Files wherever Flink finds them: on this machine, or in a store that all machines see. */
final class StoredFiles {

    private StoredFiles() {}

    /** What can be read again and again. */
    static ByteSource source(String name) {
        Path path = new Path(name);
        return () -> path.getFileSystem().open(path);
    }

    /** Writes the file whole, in place of what it held. */
    static void write(String name, String text) throws IOException {
        Path path = new Path(name);
        try (OutputStream out = path.getFileSystem().create(path, WriteMode.OVERWRITE)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }
}
