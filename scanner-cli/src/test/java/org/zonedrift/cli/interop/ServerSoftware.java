package org.zonedrift.cli.interop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The server programs that the scenarios run against. */
enum ServerSoftware {
    BIND("bind9", "named", BindConfiguration::write),
    NSD("nsd", "nsd", NsdConfiguration::write),
    KNOT("knot", "knotd", KnotConfiguration::write),
    POWERDNS("pdns-backend-bind", "pdns_server", PowerDnsConfiguration::write);

    private final String debianPackage;
    private final String program;
    private final Configuration configuration;

    ServerSoftware(String debianPackage, String program, Configuration configuration) {
        this.debianPackage = debianPackage;
        this.program = program;
        this.configuration = configuration;
    }

    /** Writes a configuration into a folder; answers the arguments that make the program read it. */
    @FunctionalInterface
    interface Configuration {
        List<String> write(Path folder, Place place, List<HostedZone> zones) throws IOException;
    }

    /** As scenarios call it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean isInstalled() {
        return Programs.find(program).isPresent();
    }

    String debianPackage() {
        return debianPackage;
    }

    /** The command line of a server with these zones; its files are written. */
    List<String> prepare(Path folder, Place place, List<HostedZone> zones) {
        try {
            Files.createDirectories(folder);
            for (HostedZone zone : zones) {
                if (zone.copiedFrom().isEmpty()) {
                    Files.writeString(folder.resolve(zone.file()), zone.text());
                }
            }
            List<String> command = new java.util.ArrayList<>(
                    List.of(Programs.need(program, debianPackage).toString()));
            command.addAll(configuration.write(folder, place, zones));
            return command;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
