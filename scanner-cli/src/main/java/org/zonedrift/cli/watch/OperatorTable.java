package org.zonedrift.cli.watch;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.zonedrift.probe.Outcome;
import org.zonedrift.verdict.Judgement;
import org.zonedrift.verdict.Position;
import org.zonedrift.verdict.ServerRow;

/** Who runs the servers that were asked: for how many zones, and how well. */
final class OperatorTable {

    /** At about 150 octets an entry, 15 MB; later operators are not counted. */
    private static final int OPERATORS_MAX = 100_000;

    private final Map<String, Count> byName = new HashMap<>();

    private static final class Count {
        private long zones;
        private long behind;
        private long unreachable;
    }

    /**
     * One operator.
     *
     * @param zones that it serves
     * @param behind zones of which one of its servers is behind
     * @param unreachable zones of which one of its servers did not answer
     */
    record Operator(String name, long zones, long behind, long unreachable) {

        Map<String, Object> part() {
            Map<String, Object> part = new LinkedHashMap<>();
            part.put("operator", name);
            part.put("zones", zones);
            part.put("behind", behind);
            part.put("unreachable", unreachable);
            return part;
        }
    }

    void count(Judgement judgement) {
        List<ServerRow> servers = judgement.servers();
        for (int i = 0; i < servers.size(); i++) {
            String name = servers.get(i).operator();
            if (indexOf(name, servers) == i) {
                count(name, servers);
            }
        }
    }

    private static int indexOf(String operator, List<ServerRow> servers) {
        int index = 0;
        while (!servers.get(index).operator().equals(operator)) {
            index++;
        }
        return index;
    }

    private void count(String name, List<ServerRow> servers) {
        Count known = byName.get(name);
        if (known == null) {
            if (byName.size() >= OPERATORS_MAX) {
                return;
            }
            known = new Count();
            byName.put(name, known);
        }
        boolean behind = false;
        boolean unreachable = false;
        for (int i = 0; i < servers.size(); i++) {
            ServerRow server = servers.get(i);
            if (server.operator().equals(name)) {
                behind |= isBehind(server);
                unreachable |= isUnreachable(server);
            }
        }
        known.zones++;
        known.behind += behind ? 1 : 0;
        known.unreachable += unreachable ? 1 : 0;
    }

    private static boolean isBehind(ServerRow server) {
        return server.position() == Position.BEHIND;
    }

    private static boolean isUnreachable(ServerRow server) {
        return server.observation().outcome().meaning() == Outcome.Class.UNREACHABLE;
    }

    /** Those that serve most zones. */
    List<Operator> largest(int count) {
        return byName.entrySet().stream()
                .map(entry -> operator(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingLong(Operator::zones).reversed().thenComparing(Operator::name))
                .limit(count)
                .toList();
    }

    private static Operator operator(String name, Count count) {
        return new Operator(name, count.zones, count.behind, count.unreachable);
    }

    /** Writes so many of them, the largest first. */
    void save(DataOutput out, int most) throws IOException {
        List<Operator> told = largest(most);
        out.writeInt(told.size());
        for (Operator operator : told) {
            out.writeUTF(operator.name);
            out.writeLong(operator.zones);
            out.writeLong(operator.behind);
            out.writeLong(operator.unreachable);
        }
    }

    void restore(DataInput in) throws IOException {
        for (int left = in.readInt(); left > 0; left--) {
            Count count = byName.computeIfAbsent(in.readUTF(), fresh -> new Count());
            count.zones += in.readLong();
            count.behind += in.readLong();
            count.unreachable += in.readLong();
        }
    }
}
