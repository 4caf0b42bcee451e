package org.zonedrift.cli.interop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What PowerDNS reads, with the backend that reads BIND's files. */
final class PowerDnsConfiguration {

    private PowerDnsConfiguration() {}

    static List<String> write(Path folder, Place place, List<HostedZone> zones) throws IOException {
        StringBuilder list = new StringBuilder();
        for (HostedZone zone : zones) {
            String how = zone.copiedFrom()
                    .map(primary -> "type slave; masters { %s:%d; };".formatted(primary, Place.PORT))
                    .orElse("type master;");
            list.append("zone \"%s\" { %s file \"%s\"; };\n".formatted(zone.name(), how, folder.resolve(zone.file())));
        }
        Files.writeString(folder.resolve("named.conf"), list);
        Files.writeString(folder.resolve("pdns.conf"), """
                launch=bind
                bind-config=%1$s/named.conf
                socket-dir=%1$s
                local-address=%2$s,%3$s
                local-port=%4$d
                server-id=%5$s
                security-poll-suffix=
                secondary=yes
                primary=no
                xfr-cycle-interval=1
                allow-axfr-ips=127.0.0.0/8
                cache-ttl=0
                query-cache-ttl=0
                negquery-cache-ttl=0
                receiver-threads=1
                retrieval-threads=1
                distributor-threads=1
                """.formatted(
                        folder, place.ipv4(), place.ipv6(), Place.PORT, place.nsid()));
        return List.of("--config-dir=" + folder, "--daemon=no", "--guardian=no", "--setuid=", "--setgid=");
    }
}
