package org.zonedrift.cli.option;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zonedrift.LookPlan.Besides;
import org.zonedrift.cli.console.Refusal;
import org.zonedrift.zone.AddressText;
import org.zonedrift.zone.DomainName;
import org.zonedrift.zone.MalformedNameException;
import org.zonedrift.zone.NameServer;
import org.zonedrift.zone.NameServer.AddressSource;
import org.zonedrift.zone.NameServer.Listed;
import org.zonedrift.zone.NameServer.Located;
import org.zonedrift.zone.ServerAddress;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Servers that the user names, beside those that a zone's delegation names. */
public final class ServerOptions {

    @Option(
            names = "--servers",
            paramLabel = "HOST[=IP],...",
            split = ",",
            description = "compare these too, a hidden primary or a server to be; repeatable")
    List<String> servers = List.of();

    @Option(
            names = "--reference",
            paramLabel = "IP",
            description = "measure the others against what this address says (default: the primary, else the newest)")
    @Nullable
    String reference;

    /**
     * Who they are.
     *
     * @param port where they listen, unless the user says otherwise
     */
    public Besides besides(int port) {
        List<NameServer> named = new ArrayList<>();
        servers.forEach(text -> named.add(server(text, port)));
        ServerAddress chosen = reference == null ? null : address("--reference", reference, port);
        if (chosen != null) {
            named.add(located(chosen.host(), chosen));
        }
        return new Besides(named, chosen);
    }

    private static NameServer server(String text, int port) {
        int equals = text.indexOf('=');
        if (equals >= 0) {
            return located(text.substring(0, equals), address("--servers", text.substring(equals + 1), port));
        }
        return AddressText.parse(text).isPresent()
                ? located(text, address("--servers", text, port))
                : new NameServer(host(text), Listed.NEITHER, List.of(), null, Set.of());
    }

    private static NameServer located(String host, ServerAddress address) {
        Located at = new Located(address, AddressSource.USER);
        return new NameServer(host(host), Listed.NEITHER, List.of(at), null, Set.of());
    }

    private static DomainName host(String text) {
        try {
            return DomainName.parse(text);
        } catch (MalformedNameException e) {
            throw Refusal.wrongUsage("--servers '" + text + "': " + e.getMessage());
        }
    }

    private static ServerAddress address(String option, String text, int port) {
        try {
            return Addresses.parse(text, port);
        } catch (TypeConversionException e) {
            throw Refusal.wrongUsage(option + ": " + e.getMessage());
        }
    }
}
