package org.zonedrift.cli.interop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a server in a namespace says when dig asks it. */
final class Questions {

    private static final Pattern SOA =
            Pattern.compile("^(\\S+)\\s+\\d+\\s+IN\\s+SOA\\s+\\S+\\s+\\S+\\s+(\\d+)", Pattern.MULTILINE);

    private final NetworkNamespace namespace;
    private final String dig;

    Questions(NetworkNamespace namespace) {
        this.namespace = namespace;
        this.dig = Programs.need("dig", "bind9-dnsutils").toString();
    }

    /** The serial of each of these zones that the server answers with. */
    Map<String, String> serials(String address, Collection<String> zones) {
        Map<String, String> serials = new TreeMap<>();
        if (zones.isEmpty()) {
            return serials;
        }
        List<String> command = new ArrayList<>(List.of(dig, "@" + address, "-p", String.valueOf(Place.PORT)));
        command.addAll(List.of("+norec", "+noall", "+answer", "+time=1", "+tries=1"));
        zones.forEach(zone -> command.addAll(List.of(zone, "SOA")));
        try {
            Process process =
                    namespace.command(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            Matcher answer = SOA.matcher(new String(process.getInputStream().readAllBytes()));
            while (answer.find()) {
                String owner = answer.group(1);
                serials.put(owner.equals(".") ? owner : owner.substring(0, owner.length() - 1), answer.group(2));
            }
            return serials;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
