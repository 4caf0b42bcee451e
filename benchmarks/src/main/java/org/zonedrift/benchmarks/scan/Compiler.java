package org.zonedrift.benchmarks.scan;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The machine's C compiler. */
final class Compiler {

    private Compiler() {}

    static void compile(Path source, Path program) throws IOException, InterruptedException {
        List<String> command = List.of("cc", "-O2", "-o", program.toString(), source.toString());
        if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
            throw new IOException("cc could not compile " + source);
        }
    }
}
