package org.zonedrift.verdict;

import java.util.ArrayList;
import java.util.List;
import org.zonedrift.operator.Operators;
import org.zonedrift.zone.Delegation;

/** Compares what the servers of a zone said. No clock, no I/O, blind to the order of what it is given. */
public final class Judge {

    private final Operators operators;

    public Judge(Operators operators) {
        this.operators = operators;
    }

    /** What the evidence means. */
    public Judgement judge(Evidence evidence) {
        Delegation.Standing standing = evidence.delegation().standing();
        if (standing != Delegation.Standing.DELEGATED) {
            Ruling ruling = Ruling.withoutServers(standing);
            return Judgement.unmeasured(ruling.verdict(), ruling.reason());
        }
        Roll roll = new Roll(evidence, operators);
        SerialSet serials = SerialSet.of(roll.voices());
        Sources sources = Sources.among(roll.voices());
        Ruling ruling = Ruling.on(roll, Agreement.of(serials, sources), sources);
        return new Judgement(
                ruling.verdict(),
                ruling.reason(),
                null,
                List.of(),
                List.of(),
                roll.counts(serials.size(), sources.size()),
                null,
                List.of(),
                List.of(),
                null,
                List.of(),
                NsSets.UNKNOWN,
                rows(roll),
                List.of(),
                null);
    }

    private static List<ServerRow> rows(Roll roll) {
        List<ServerRow> rows = new ArrayList<>();
        for (Asked at : roll.asked()) {
            rows.add(new ServerRow(
                    at.ns(),
                    at.located(),
                    at.seen(),
                    roll.operatorAt(at.located().address()),
                    null,
                    null,
                    ServerRow.NO_LAG,
                    at.repetition(),
                    null,
                    null,
                    at.seen().flags().stream().sorted().toList()));
        }
        return rows;
    }
}
