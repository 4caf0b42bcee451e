package org.zonedrift.cli.interop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What Knot DNS reads. */
final class KnotConfiguration {

    private KnotConfiguration() {}

    static List<String> write(Path folder, Place place, List<HostedZone> zones) throws IOException {
        StringBuilder text =
                new StringBuilder("""
                server:
                    rundir: "%1$s"
                    listen: [ %2$s@%4$d, %3$s@%4$d ]
                    nsid: "%5$s"
                    udp-workers: 1
                    tcp-workers: 1
                    background-workers: 1
                log:
                  - target: stderr
                    any: info
                database:
                    storage: "%1$s/db"
                acl:
                  - id: transfer
                    address: 127.0.0.0/8
                    action: transfer
                """.formatted(folder, place.ipv4(), place.ipv6(), Place.PORT, place.nsid()));
        Set<String> primaries = new TreeSet<>();
        zones.forEach(zone -> zone.copiedFrom().ifPresent(primaries::add));
        if (!primaries.isEmpty()) {
            text.append("remote:\n");
        }
        for (String primary : primaries) {
            text.append("  - id: from-%1$s\n    address: %1$s@%2$d\n".formatted(primary, Place.PORT));
        }
        text.append("""
                template:
                  - id: default
                    storage: "%s"
                    journal-content: none
                    expire-min-interval: 3
                    retry-min-interval: 1
                    refresh-min-interval: 2
                zone:
                """.formatted(folder));
        for (HostedZone zone : zones) {
            text.append("  - domain: %s\n    file: %s\n    acl: transfer\n".formatted(zone.name(), zone.file()));
            zone.copiedFrom().ifPresent(primary -> text.append("    master: from-%s\n".formatted(primary)));
        }
        Path file = folder.resolve("knot.conf");
        Files.writeString(file, text);
        return List.of("-c", file.toString());
    }
}
