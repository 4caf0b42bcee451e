package org.zonedrift.cli.option;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.zonedrift.ScanPlan.Naming;
import org.zonedrift.cli.console.Refusal;
import org.zonedrift.delegation.AddressBook.GluePolicy;
import org.zonedrift.delegation.RootHints;
import picocli.CommandLine.Option;

/** Where the search for a zone's servers begins. */
public final class NamingOptions {

    @Option(
            names = "--root-hints",
            paramLabel = "FILE",
            description = "the root's servers, in master-file form (default: those of the Internet)")
    @Nullable
    Path rootHints;

    public Naming naming(GluePolicy glue, int port) {
        return new Naming(hints(port), glue, port);
    }

    private RootHints hints(int port) {
        Path file = rootHints;
        if (file == null) {
            return RootHints.builtIn(port);
        }
        try {
            return RootHints.read(file, port);
        } catch (IOException e) {
            throw Refusal.cannot("--root-hints " + file + " cannot be read: " + e.getMessage());
        }
    }
}
