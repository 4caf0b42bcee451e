package org.zonedrift.cli.watch;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.zonedrift.verdict.Judgement;
import org.zonedrift.verdict.Position;
import org.zonedrift.verdict.ServerRow;
import org.zonedrift.zone.DomainName;

/** The name servers that are behind, and for how many zones. */
final class Culprits {

    /** At about 150 octets an entry, 30 MB; later hosts are counted only in the total of zones. */
    private static final int HOSTS_MAX = 200_000;

    private final Map<DomainName, Culprit> byHost = new HashMap<>();

    /**
     * One name server that is behind.
     *
     * @param zones for so many zones
     * @param seconds by so much at most, where serials tell the time; else -1
     */
    record Culprit(DomainName host, long zones, long seconds) {

        Map<String, Object> part() {
            Map<String, Object> part = new LinkedHashMap<>();
            part.put("server", host.toString());
            part.put("zones", zones);
            if (seconds >= 0) {
                part.put("lag_seconds_max", seconds);
            }
            return part;
        }

        private Culprit plus(Culprit more) {
            return new Culprit(host, zones + more.zones, Math.max(seconds, more.seconds));
        }

        private Culprit worse(long lagSeconds) {
            return new Culprit(host, zones + 1, Math.max(seconds, lagSeconds));
        }
    }

    void blame(Judgement judgement) {
        List<ServerRow> servers = judgement.servers();
        for (int i = 0; i < servers.size(); i++) {
            if (servers.get(i).position() == Position.BEHIND && !isBehindBefore(i, servers)) {
                blame(judgement, servers.get(i));
            }
        }
    }

    /** Whether another address of the same host, which comes earlier, is behind as well. */
    private static boolean isBehindBefore(int index, List<ServerRow> servers) {
        DomainName host = servers.get(index).ns().host();
        for (int i = 0; i < index; i++) {
            ServerRow server = servers.get(i);
            if (server.position() == Position.BEHIND && server.ns().host().equals(host)) {
                return true;
            }
        }
        return false;
    }

    private void blame(Judgement judgement, ServerRow server) {
        DomainName host = server.ns().host();
        Culprit known = byHost.get(host);
        if (known != null || byHost.size() < HOSTS_MAX) {
            long seconds = ServerLag.seconds(judgement, server).orElse(-1L);
            byHost.put(host, (known == null ? new Culprit(host, 0, -1) : known).worse(seconds));
        }
    }

    /** Those behind for most zones. */
    List<Culprit> worst(int count) {
        return byHost.values().stream()
                .sorted(Comparator.comparingLong(Culprit::zones).reversed().thenComparing(Culprit::host))
                .limit(count)
                .toList();
    }

    int size() {
        return byHost.size();
    }

    /** Writes so many of them, the worst first. */
    void save(DataOutput out, int most) throws IOException {
        Collection<Culprit> told = byHost.size() > most ? worst(most) : byHost.values();
        out.writeInt(told.size());
        for (Culprit culprit : told) {
            out.writeUTF(culprit.host().toString());
            out.writeLong(culprit.zones());
            out.writeLong(culprit.seconds());
        }
    }

    void restore(DataInput in) throws IOException {
        for (int left = in.readInt(); left > 0; left--) {
            DomainName host = DomainName.parse(in.readUTF());
            byHost.merge(host, new Culprit(host, in.readLong(), in.readLong()), Culprit::plus);
        }
    }
}
