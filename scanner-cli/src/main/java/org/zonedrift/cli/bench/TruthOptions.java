package org.zonedrift.cli.bench;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.zonedrift.cli.console.FileTrouble;
import org.zonedrift.cli.console.Refusal;
import org.zonedrift.delegation.RootHints;
import org.zonedrift.zone.ServerAddress;
import picocli.CommandLine.Option;

/** With what the resolvers' data is compared, beside what the others say. */
public final class TruthOptions {

    @Option(
            names = "--staleness",
            paramLabel = "N",
            defaultValue = "20",
            description = "of how many zones the resolvers' SOA records are compared with those of the zones' own "
                    + "servers, which are asked too; 0: none (default: ${DEFAULT-VALUE})")
    int zones = 20;

    @Option(
            names = "--root-hints",
            paramLabel = "FILE",
            description = "the root's servers, in master-file form (default: those of the Internet)")
    @Nullable
    Path rootHints;

    @Option(
            names = "--authority-port",
            paramLabel = "PORT",
            defaultValue = "53",
            description = "where the zones' own servers listen (default: ${DEFAULT-VALUE})")
    int port = ServerAddress.DNS_PORT;

    RootHints hints() {
        Path file = rootHints;
        if (file == null) {
            return RootHints.builtIn(port);
        }
        try {
            return RootHints.read(file, port);
        } catch (IOException e) {
            throw Refusal.cannot("--root-hints " + file + " cannot be read: " + FileTrouble.words(e));
        }
    }
}
