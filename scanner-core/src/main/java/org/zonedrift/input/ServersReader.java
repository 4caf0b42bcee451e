package org.zonedrift.input;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zonedrift.zone.AddressText;
import org.zonedrift.zone.Delegation;
import org.zonedrift.zone.DomainName;
import org.zonedrift.zone.NameServer;
import org.zonedrift.zone.ServerAddress;

/** Lines {@code zone,host,ip}: adjacent lines of one zone are one target with these servers. */
final class ServersReader implements Targets {

    /** What one line says. */
    private record Row(Target.Line line, DomainName zone, DomainName host, ServerAddress address) {}

    private final InputLines lines;
    private final WrittenName names;
    private final int port;
    private @Nullable Row ahead;
    private @Nullable Target bad;

    ServersReader(InputLines lines, WrittenName names, int port) {
        this.lines = lines;
        this.names = names;
        this.port = port;
    }

    @Override
    public Optional<Target> next() {
        if (ahead == null && bad == null) {
            advance();
        }
        Row first = ahead;
        if (first == null) {
            Optional<Target> told = Optional.ofNullable(bad);
            bad = null;
            return told;
        }
        return Optional.of(zone(first));
    }

    /** Gathers the rows of one zone; the row after them, or a bad line, waits. */
    private Target zone(Row first) {
        Map<DomainName, List<NameServer.Located>> servers = new LinkedHashMap<>();
        for (Row row = first; row != null && row.zone.equals(first.zone); row = ahead) {
            NameServer.Located located = new NameServer.Located(row.address, NameServer.AddressSource.USER);
            servers.computeIfAbsent(row.host, host -> new ArrayList<>(2)).add(located);
            advance();
        }
        List<NameServer> list = new ArrayList<>(servers.size());
        servers.forEach(
                (host, located) -> list.add(new NameServer(host, NameServer.Listed.NEITHER, located, null, Set.of())));
        Delegation byUser = Delegation.missing(
                first.zone, Delegation.Standing.DELEGATED, Delegation.Source.of(Delegation.Method.USER));
        return new Target.Zone(first.line, first.zone, null, byUser, list, null);
    }

    private void advance() {
        ahead = null;
        if (!lines.advance()) {
            return;
        }
        String trouble = lines.trouble();
        if (trouble != null) {
            bad = lines.malformed(trouble);
            return;
        }
        try {
            ahead = row(Columns.fields(lines.text(), Columns.Quoting.DOUBLE_QUOTES));
        } catch (IllegalArgumentException e) {
            bad = lines.malformed(String.valueOf(e.getMessage()));
        }
    }

    private Row row(List<String> fields) {
        if (fields.size() != 3) {
            throw new IllegalArgumentException("not of the form zone,host,ip");
        }
        DomainName zone = names.read(fields.get(0));
        DomainName host = names.read(fields.get(1));
        byte[] octets = AddressText.parse(fields.get(2))
                .orElseThrow(() -> new IllegalArgumentException("the third column is no IP address"));
        return new Row(lines.line(zone.toString()), zone, host, ServerAddress.of(octets, port));
    }
}
