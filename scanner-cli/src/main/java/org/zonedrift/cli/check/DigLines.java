package org.zonedrift.cli.check;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.zonedrift.exchange.Manner.Transport;
import org.zonedrift.verdict.ServerRow;
import org.zonedrift.zone.DomainName;
import org.zonedrift.zone.ServerAddress;

/** The {@code dig} lines that ask again what we asked. */
public final class DigLines {

    private DigLines() {}

    /** One line for each address that was asked. */
    public static List<String> of(DomainName zone, List<ServerRow> servers) {
        Set<String> lines = new LinkedHashSet<>();
        for (ServerRow server : servers) {
            if (server.observation().course().tries() > 0) {
                boolean tcp = server.observation().course().transport() == Transport.TCP;
                lines.add(line(zone, server.address()) + (tcp ? " +tcp" : ""));
            }
        }
        return List.copyOf(lines);
    }

    /** The line that asks one address for the zone's SOA. */
    public static String line(DomainName zone, ServerAddress server) {
        String port = server.port() == ServerAddress.DNS_PORT ? "" : " -p " + server.port();
        return "dig +norec +nsid" + port + " @" + server.host() + " " + quoted(zone) + " SOA";
    }

    /** Odd octets of a name must not mean anything to a shell. */
    private static String quoted(DomainName zone) {
        String text = zone.toString();
        if (text.matches("[A-Za-z0-9._][A-Za-z0-9._-]*")) {
            return text;
        }
        return "-q '" + text.replace("'", "'\\''") + "'";
    }
}
