package org.zonedrift.cli.option;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zonedrift.ScanPlan.Naming;
import org.zonedrift.cli.console.Refusal;
import org.zonedrift.delegation.AddressBook.GluePolicy;
import org.zonedrift.delegation.RootHints;
import org.zonedrift.zone.ServerAddress;
import picocli.CommandLine.Option;

/** Where the search for a zone's servers begins. */
public final class NamingOptions {

    @Option(
            names = "--root-hints",
            paramLabel = "FILE",
            description = "the root's servers, in master-file form (default: those of the Internet)")
    @Nullable
    Path rootHints;

    @Option(
            names = "--delegation",
            paramLabel = "iterative|resolver",
            defaultValue = "iterative",
            description = "who says which servers a zone has: its parents, or resolvers (default: ${DEFAULT-VALUE})")
    Way way = Way.ITERATIVE;

    @Option(
            names = "--resolvers",
            paramLabel = "IP[:PORT],...",
            split = ",",
            converter = Addresses.class,
            description = "who is asked with --delegation resolver")
    List<ServerAddress> resolvers = List.of();

    /** Who says which servers a zone has. */
    enum Way {
        ITERATIVE,
        RESOLVER
    }

    public Naming naming(GluePolicy glue, int port) {
        if (way == Way.RESOLVER && resolvers.isEmpty()) {
            throw Refusal.wrongUsage("--delegation resolver needs --resolvers IP[:PORT],...");
        }
        if (way == Way.ITERATIVE && !resolvers.isEmpty()) {
            throw Refusal.wrongUsage("--resolvers are asked only with --delegation resolver");
        }
        return new Naming(hints(port), glue, port, resolvers);
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
