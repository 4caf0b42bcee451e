package org.zonedrift.cli.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Help.Ansi;

/** Tells whether a file descriptor of this process leads to a terminal, and what that one likes. */
final class Terminals {

    private Terminals() {}

    static Style styleOf(int descriptor) {
        if (!isTerminal(descriptor)) {
            return Style.PLAIN;
        }
        boolean plain = System.getenv("NO_COLOR") != null || "dumb".equals(System.getenv("TERM"));
        return plain ? Style.TERMINAL : Style.COLOURED;
    }

    /** The JDK knows only whether all streams are terminals at once, so the kernel is asked. */
    private static boolean isTerminal(int descriptor) {
        try {
            String target = Files.readSymbolicLink(Path.of("/proc/self/fd/" + descriptor))
                    .toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty") || target.equals("/dev/console");
        } catch (IOException | UnsupportedOperationException noSuchFileSystem) {
            return Ansi.AUTO.enabled();
        }
    }
}
