package org.zonedrift.cli.option;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zonedrift.ScanPlan.Naming;
import org.zonedrift.ScanPlan.Snapshots;
import org.zonedrift.cli.console.FileTrouble;
import org.zonedrift.cli.console.Refusal;
import org.zonedrift.delegation.AddressBook.GluePolicy;
import org.zonedrift.delegation.RootHints;
import org.zonedrift.zone.ServerAddress;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Where the search for a zone's servers begins. */
public final class NamingOptions {

    /** Each is weighed at each question; more than anybody runs. */
    private static final int RESOLVERS_MAX = 1_000;

    @Option(
            names = "--root-hints",
            paramLabel = "FILE",
            description = "the root's servers, in master-file form (default: those of the Internet)")
    @Nullable
    Path rootHints;

    @Option(
            names = "--delegation",
            paramLabel = "iterative|resolver|zonefile",
            description = "who says which servers a zone has: its parents (the default), resolvers, or a TLD zone file"
                    + " (the default with one); iterative holds such a file against the parent")
    @Nullable
    Way way;

    @Option(
            names = "--resolvers",
            paramLabel = "IP[:PORT],...",
            split = ",",
            converter = Addresses.class,
            description = "who is asked with --delegation resolver")
    List<ServerAddress> resolvers = List.of();

    @Option(
            names = {"-r", "--resolvers-file"},
            paramLabel = "FILE",
            description = "the same, one a line: IP[:PORT], and whatever stands behind it")
    @Nullable
    Path resolversFile;

    /** Who says which servers a zone has. */
    enum Way {
        ITERATIVE,
        RESOLVER,
        ZONEFILE
    }

    /** Whether the user counts on a zone file. */
    public boolean countOnZoneFile() {
        return way == Way.ZONEFILE;
    }

    public Naming naming(GluePolicy glue, int port) {
        List<ServerAddress> fleet = fleet();
        if (way == Way.RESOLVER && fleet.isEmpty()) {
            throw Refusal.wrongUsage("--delegation resolver needs --resolvers IP[:PORT],... or --resolvers-file FILE");
        }
        if (way != Way.RESOLVER && !fleet.isEmpty()) {
            throw Refusal.wrongUsage("--resolvers are asked only with --delegation resolver");
        }
        return new Naming(hints(port), glue, port, fleet)
                .with(way == Way.ITERATIVE ? Snapshots.COMPARED : Snapshots.BELIEVED);
    }

    /** The root hints as they are written. */
    public String hintsText() {
        Path file = rootHints;
        try {
            return file == null ? RootHints.builtInText() : Files.readString(file);
        } catch (IOException e) {
            throw Refusal.cannot("--root-hints " + file + " cannot be read: " + FileTrouble.words(e));
        }
    }

    private List<ServerAddress> fleet() {
        List<ServerAddress> fleet = new ArrayList<>(resolvers);
        if (resolversFile != null) {
            fleet.addAll(read(resolversFile));
        }
        if (fleet.size() > RESOLVERS_MAX) {
            throw Refusal.wrongUsage("more than " + RESOLVERS_MAX + " resolvers");
        }
        return fleet;
    }

    private static List<ServerAddress> read(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.map(String::strip)
                    .filter(line -> !line.isEmpty() && line.charAt(0) != '#')
                    .limit(RESOLVERS_MAX + 1L)
                    .map(line -> Addresses.parse(line.split("\\s+", 2)[0], ServerAddress.DNS_PORT))
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            throw Refusal.cannot("--resolvers-file " + file + " cannot be read: " + FileTrouble.words(e));
        } catch (TypeConversionException e) {
            throw Refusal.wrongUsage("--resolvers-file " + file + ": " + e.getMessage());
        }
    }

    private RootHints hints(int port) {
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
