package org.zonedrift.cli.interop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The server programs that the scenarios run against. */
enum ServerSoftware {
    BIND("bind9", "named"),
    NSD("nsd", "nsd"),
    KNOT("knot", "knotd"),
    POWERDNS("pdns-backend-bind", "pdns_server");

    private final String debianPackage;
    private final String program;

    ServerSoftware(String debianPackage, String program) {
        this.debianPackage = debianPackage;
        this.program = program;
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
            List<String> command = new ArrayList<>(
                    List.of(Programs.need(program, debianPackage).toString()));
            command.addAll(configure(folder, place, zones));
            return command;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a configuration into a folder; answers the arguments that make the program read it. */
    private List<String> configure(Path folder, Place place, List<HostedZone> zones) throws IOException {
        return switch (this) {
            case BIND -> BindConfiguration.write(folder, place, zones);
            case NSD -> NsdConfiguration.write(folder, place, zones);
            case KNOT -> KnotConfiguration.write(folder, place, zones);
            case POWERDNS -> PowerDnsConfiguration.write(folder, place, zones);
        };
    }
}
