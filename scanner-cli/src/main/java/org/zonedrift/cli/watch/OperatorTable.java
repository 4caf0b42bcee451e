package org.zonedrift.cli.watch;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.zonedrift.probe.Outcome;
import org.zonedrift.verdict.Judgement;
import org.zonedrift.verdict.Position;
import org.zonedrift.verdict.ServerRow;

/** Who runs the servers that were asked: for how many zones, and how well. */
final class OperatorTable {

    /** At about 150 octets an entry, 15 MB; later operators are not counted. */
    private static final int OPERATORS_MAX = 100_000;

    private final Map<String, Operator> byName = new HashMap<>();

    /**
     * One operator.
     *
     * @param zones that it serves
     * @param behind zones of which one of its servers is behind
     * @param unreachable zones of which one of its servers did not answer
     */
    record Operator(String name, long zones, long behind, long unreachable) {

        private Operator plus(boolean isBehind, boolean isUnreachable) {
            return new Operator(name, zones + 1, behind + (isBehind ? 1 : 0), unreachable + (isUnreachable ? 1 : 0));
        }

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
        Set<String> serving = new HashSet<>();
        Set<String> behind = new HashSet<>();
        Set<String> unreachable = new HashSet<>();
        for (ServerRow server : judgement.servers()) {
            serving.add(server.operator());
            if (server.position() == Position.BEHIND) {
                behind.add(server.operator());
            }
            if (server.observation().outcome().meaning() == Outcome.Class.UNREACHABLE) {
                unreachable.add(server.operator());
            }
        }
        for (String name : serving) {
            if (byName.size() < OPERATORS_MAX || byName.containsKey(name)) {
                Operator known = byName.getOrDefault(name, new Operator(name, 0, 0, 0));
                byName.put(name, known.plus(behind.contains(name), unreachable.contains(name)));
            }
        }
    }

    /** Those that serve most zones. */
    List<Operator> largest(int count) {
        return byName.values().stream()
                .sorted(Comparator.comparingLong(Operator::zones).reversed().thenComparing(Operator::name))
                .limit(count)
                .toList();
    }

    void save(DataOutput out) throws IOException {
        out.writeInt(byName.size());
        for (Operator operator : byName.values()) {
            out.writeUTF(operator.name);
            out.writeLong(operator.zones);
            out.writeLong(operator.behind);
            out.writeLong(operator.unreachable);
        }
    }

    void restore(DataInput in) throws IOException {
        for (int left = in.readInt(); left > 0; left--) {
            String name = in.readUTF();
            byName.put(name, new Operator(name, in.readLong(), in.readLong(), in.readLong()));
        }
    }
}
