package org.zonedrift.cli.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zonedrift.cli.console.FileTrouble;
import org.zonedrift.cli.console.Refusal;
import org.zonedrift.cli.option.Addresses;
import org.zonedrift.fleet.Resolver;
import org.zonedrift.zone.ServerAddress;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Which resolvers are compared. */
public final class FleetOptions {

    /** More rows than anybody compares. */
    private static final int RESOLVERS_MAX = 64;

    @Option(
            names = {"-s", "--resolvers"},
            paramLabel = "IP[:PORT],...",
            split = ",",
            converter = Addresses.class,
            description = "resolvers to ask")
    List<ServerAddress> resolvers = List.of();

    @Option(
            names = {"-r", "--resolvers-file"},
            paramLabel = "FILE",
            description = "resolvers to ask: lines 'IP[:PORT]' or 'IP[:PORT] NAME'")
    @Nullable
    Path file;

    /** The fleet that these options name. */
    List<Resolver> fleet() {
        List<Resolver> fleet = new ArrayList<>();
        resolvers.forEach(address -> fleet.add(new Resolver(address.toString(), address)));
        if (file != null) {
            fleet.addAll(read(file));
        }
        if (fleet.isEmpty()) {
            throw Refusal.wrongUsage("no resolver: name some with --resolvers or --resolvers-file, or try --demo");
        }
        if (fleet.size() > RESOLVERS_MAX) {
            throw Refusal.wrongUsage("more than " + RESOLVERS_MAX + " resolvers at a time");
        }
        if (fleet.stream().map(Resolver::address).distinct().count() < fleet.size()) {
            throw Refusal.wrongUsage("a resolver is named twice");
        }
        return fleet;
    }

    private static List<Resolver> read(Path file) {
        try {
            List<Resolver> fleet = new ArrayList<>();
            for (String line : Files.readAllLines(file)) {
                String text = line.strip();
                if (!text.isEmpty() && text.charAt(0) != '#') {
                    fleet.add(resolver(text));
                }
            }
            return fleet;
        } catch (IOException e) {
            throw Refusal.cannot("--resolvers-file " + file + " cannot be read: " + FileTrouble.words(e));
        } catch (TypeConversionException e) {
            throw Refusal.wrongUsage("--resolvers-file " + file + ": " + e.getMessage());
        }
    }

    private static Resolver resolver(String line) {
        String[] words = line.split("\\s+", 2);
        ServerAddress address = Addresses.parse(words[0], ServerAddress.DNS_PORT);
        return new Resolver(words.length == 2 ? words[1] : address.toString(), address);
    }
}
