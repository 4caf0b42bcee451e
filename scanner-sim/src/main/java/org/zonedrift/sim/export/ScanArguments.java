package org.zonedrift.sim.export;

import java.nio.file.Path;
import org.zonedrift.sim.world.Families;

/**
 * The options with which a scanner finds the simulated Internet: its root, its port, leave to ask
 * loopback addresses, and no limits, since nobody else is there.
 */
record ScanArguments(Path rootHints, int port, Families families) {

    String text() {
        return "# The simulated Internet: its own root, and no limits, since nobody else lives there.\n"
                + "--root-hints " + quoted(rootHints.toString()) + "\n"
                + "--port " + port + "\n"
                + "--allow-special 127.0.0.0/8" + (families == Families.DUAL ? ",fd53::/16" : "") + "\n"
                + "--rate 0\n"
                + "--rate-per-server 0\n";
    }

    /** As an argument file wants it where there is a blank in it. */
    private static String quoted(String path) {
        return '"' + path.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
