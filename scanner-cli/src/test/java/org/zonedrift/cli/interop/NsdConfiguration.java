package org.zonedrift.cli.interop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What NSD reads. */
final class NsdConfiguration {

    private NsdConfiguration() {}

    static List<String> write(Path folder, Place place, List<HostedZone> zones) throws IOException {
        StringBuilder text =
                new StringBuilder("""
                server:
                  ip-address: %2$s@%4$d
                  ip-address: %3$s@%4$d
                  username: ""
                  chroot: ""
                  zonesdir: "%1$s"
                  zonelistfile: "%1$s/zone.list"
                  xfrdfile: "%1$s/xfrd.state"
                  xfrdir: "%1$s"
                  pidfile: ""
                  database: ""
                  server-count: 1
                  rrl-ratelimit: 0
                  nsid: "ascii_%5$s"
                  minimal-responses: no
                remote-control:
                  control-enable: no
                """.formatted(folder, place.ipv4(), place.ipv6(), Place.PORT, place.nsid()));
        for (HostedZone zone : zones) {
            text.append("zone:\n  name: \"%s\"\n  zonefile: \"%s\"\n".formatted(zone.name(), zone.file()));
            text.append("  provide-xfr: 127.0.0.0/8 NOKEY\n");
            zone.copiedFrom()
                    .ifPresent(
                            primary -> text.append("  request-xfr: AXFR %s@%d NOKEY\n".formatted(primary, Place.PORT)));
        }
        Path file = folder.resolve("nsd.conf");
        Files.writeString(file, text);
        return List.of("-d", "-c", file.toString());
    }
}
