package org.zonedrift.cli.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One thing that a record must say, as a line of a scenario states it: {@code has FLAG}, {@code lacks FLAG}, or a path
 * into the record and the value that must stand there ({@code servers[ns2].outcome REFUSED}).
 *
 * @param wanted a value; several with {@code |} between them; {@code absent}; {@code present}; or {@code <= N}
 */
public record Expectation(String path, String wanted) {

    private static final Pattern STEP = Pattern.compile("([a-z0-9_]+)(?:\\[([^]]+)])?");
    private static final String ABSENT = "absent";

    /** What stands behind the word {@code expect}. */
    public static Expectation parse(String text) {
        int space = text.indexOf(' ');
        if (space < 0) {
            throw new IllegalArgumentException("expect what? " + text);
        }
        return new Expectation(
                text.substring(0, space), text.substring(space + 1).strip());
    }

    /** What is wrong about the record, and nothing if all is well. */
    public String difference(JsonNode record) {
        List<String> flags = new ArrayList<>();
        record.path("findings").forEach(flag -> flags.add(flag.asString()));
        record.path("facts").forEach(flag -> flags.add(flag.asString()));
        if (path.equals("has")) {
            return flags.contains(wanted) ? "" : "lacks " + wanted + " and has " + flags;
        }
        if (path.equals("lacks")) {
            return flags.contains(wanted) ? "has " + wanted : "";
        }
        String found = text(find(record));
        return fits(found) ? "" : path + " is " + found + ", not " + wanted;
    }

    private boolean fits(String found) {
        if (wanted.startsWith("<= ")) {
            return found.matches("-?\\d+") && Long.parseLong(found) <= Long.parseLong(wanted.substring(3));
        }
        return wanted.equals("present")
                ? !found.equals(ABSENT)
                : List.of(wanted.split("\\|", -1)).contains(found);
    }

    private @Nullable JsonNode find(JsonNode record) {
        JsonNode at = record;
        Matcher step = STEP.matcher(path);
        while (at != null && step.find()) {
            at = at.get(step.group(1));
            if (at != null && step.group(2) != null) {
                at = element(at, step.group(2));
            }
        }
        return at;
    }

    /** The element whose name, host or address is this, or whose host begins with this label. */
    private static @Nullable JsonNode element(JsonNode array, String selector) {
        for (JsonNode element : array) {
            for (String key : List.of("ns", "address", "name", "id", "serial")) {
                String value = element.path(key).asString("");
                if (value.equals(selector) || value.startsWith(selector + ".")) {
                    return element;
                }
            }
        }
        return null;
    }

    private static String text(@Nullable JsonNode node) {
        if (node == null || node.isMissingNode()) {
            return ABSENT;
        }
        if (!node.isArray()) {
            return node.asString();
        }
        List<String> items = new ArrayList<>();
        node.forEach(item -> items.add(item.asString()));
        return String.join(",", items);
    }
}
