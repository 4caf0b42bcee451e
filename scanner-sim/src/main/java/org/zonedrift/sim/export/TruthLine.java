package org.zonedrift.sim.export;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.zonedrift.sim.world.SimulatedZone.Drift;
import org.zonedrift.sim.world.Truth;
import org.zonedrift.verdict.Reason;

/** The truth about one name as a JSON object on a line. */
final class TruthLine {

    private TruthLine() {}

    static String of(Truth truth) {
        StringBuilder line = new StringBuilder(160);
        line.append("{\"name\":");
        text(line, truth.name().toString());
        line.append(",\"verdict\":\"").append(truth.verdict()).append('"');
        if (truth.reason() != Reason.NONE) {
            line.append(",\"reason\":\"").append(truth.reason().key()).append('"');
        }
        if (truth.first() != truth.verdict()) {
            line.append(",\"first_verdict\":\"").append(truth.first()).append('"');
        }
        if (truth.drift() != Drift.NONE) {
            line.append(",\"recheck\":\"").append(lower(truth.drift())).append('"');
        }
        texts(line, "must_have", truth.mustHave());
        texts(line, "must_not_have", truth.mustNotHave());
        return line.append('}').toString();
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static void texts(StringBuilder line, String key, Set<String> values) {
        if (values.isEmpty()) {
            return;
        }
        line.append(",\"").append(key).append("\":[");
        String comma = "";
        for (String value : new TreeSet<>(values)) {
            line.append(comma);
            text(line, value);
            comma = ",";
        }
        line.append(']');
    }

    /** Names in presentation form hold no control characters: only two octets need an escape. */
    private static void text(StringBuilder line, String value) {
        line.append('"')
                .append(value.replace("\\", "\\\\").replace("\"", "\\\""))
                .append('"');
    }
}
