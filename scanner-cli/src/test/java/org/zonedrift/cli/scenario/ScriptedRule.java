package org.zonedrift.cli.scenario;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.xbill.DNS.Message;
import org.xbill.DNS.Type;
import org.zonedrift.exchange.Manner.Transport;

/** When a scripted server says what: conditions, and the replies that are sent when all of them hold. */
final class ScriptedRule {

    private final List<String> conditions;
    final List<ScriptedReply> replies = new ArrayList<>();
    private int used;

    ScriptedRule(List<String> conditions) {
        this.conditions = List.copyOf(conditions);
        // Fail on a typing error when the script is read, not when nobody ever matches.
        fits(new Message(), Transport.UDP, Duration.ZERO, true);
    }

    /** Whether this rule answers; a rule with a number of times is used up by that. */
    boolean takes(Message query, Transport transport, Duration sinceBeginning) {
        if (!fits(query, transport, sinceBeginning, false)) {
            return false;
        }
        used++;
        return true;
    }

    private boolean fits(Message query, Transport transport, Duration since, boolean all) {
        boolean fits = true;
        for (int i = 0; i < conditions.size(); i++) {
            String condition = conditions.get(i);
            boolean holds = switch (condition) {
                case "udp", "tcp" -> condition.equalsIgnoreCase(transport.name());
                case "edns" -> query.getOPT() != null;
                case "plain" -> query.getOPT() == null;
                case "options" ->
                    query.getOPT() != null && !query.getOPT().getOptions().isEmpty();
                case "times" -> used < Integer.parseInt(conditions.get(++i));
                case "until" -> since.compareTo(Duration.parse("PT" + conditions.get(++i))) < 0;
                case "about" -> isAbout(query, conditions.get(++i));
                default -> isOfType(query, condition);
            };
            fits &= holds;
            if (!fits && !all) {
                return false;
            }
        }
        return fits;
    }

    private static boolean isAbout(Message query, String name) {
        return query.getQuestion() != null
                && query.getQuestion().getName().toString(true).equalsIgnoreCase(name);
    }

    private static boolean isOfType(Message query, String type) {
        int value = Type.value(type);
        if (value < 0) {
            throw new IllegalArgumentException("no such condition: " + type);
        }
        return query.getQuestion() != null && query.getQuestion().getType() == value;
    }
}
