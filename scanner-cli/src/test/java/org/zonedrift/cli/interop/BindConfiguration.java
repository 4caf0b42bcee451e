package org.zonedrift.cli.interop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What BIND reads. */
final class BindConfiguration {

    private BindConfiguration() {}

    static List<String> write(Path folder, Place place, List<HostedZone> zones) throws IOException {
        StringBuilder text =
                new StringBuilder("""
                options {
                  directory "%1$s"; pid-file none; session-keyfile none; lock-file none;
                  managed-keys-directory "%1$s";
                  listen-on port %2$d { %3$s; };
                  listen-on-v6 port %2$d { %4$s; };
                  server-id "%5$s";
                  recursion no; dnssec-validation no; notify no; empty-zones-enable no;
                  allow-transfer { any; }; check-names primary ignore; check-integrity no;
                  min-refresh-time 1; min-retry-time 1; max-refresh-time 864000;
                  max-cache-size 2M;
                };
                controls { };
                """.formatted(folder, Place.PORT, place.ipv4(), place.ipv6(), place.nsid()));
        for (HostedZone zone : zones) {
            String how = zone.copiedFrom()
                    .map(primary -> "type secondary; masterfile-format text; primaries { %s port %d; };"
                            .formatted(primary, Place.PORT))
                    .orElse("type primary;");
            text.append("zone \"%s\" { %s file \"%s\"; };\n".formatted(zone.name(), how, zone.file()));
        }
        Path file = folder.resolve("named.conf");
        Files.writeString(file, text);
        return List.of("-g", "-n", "1", "-c", file.toString());
    }
}
