package org.zonedrift.cli.option;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/**
 * A command line as the user gave it, and every option as it took effect.
 *
 * @param arguments what stood behind the program's name
 * @param options by their longest names, defaults included
 */
public record Spoken(List<String> arguments, Map<String, String> options) {

    /** What may be another each time a run is gone on with: it does not change what is measured. */
    private static final Set<String> CHANGEABLE = Set.of(
            "--run",
            "--address-book",
            "--concurrency",
            "--rate",
            "--rate-per-server",
            "--progress",
            "--metrics",
            "--exclude",
            "--fail-on",
            "--contact",
            "--note",
            "--checkpoint");

    private static final Pattern HARMLESS_IN_A_SHELL = Pattern.compile("[\\w@%+=:,./-]+");

    public Spoken {
        arguments = List.copyOf(arguments);
        options = Map.copyOf(options);
    }

    /** What was said to this command, once it was parsed. */
    public static Spoken to(CommandSpec spec) {
        Map<String, String> options = new TreeMap<>();
        for (OptionSpec option : spec.options()) {
            Object value = option.getValue();
            if (value != null && !option.usageHelp() && !option.versionHelp()) {
                options.put(option.longestName(), written(option, value));
            }
        }
        ParseResult parsed = spec.root().commandLine().getParseResult();
        return new Spoken(parsed == null ? List.of() : parsed.originalArgs(), options);
    }

    /** As the user would write it, not as our types do. */
    private static String written(OptionSpec option, Object value) {
        List<String> given = option.originalStringValues();
        @Nullable String usual = option.defaultValueString();
        if (!given.isEmpty()) {
            return String.join(",", given);
        }
        if (value instanceof Collection<?> items && items.isEmpty()) {
            return "";
        }
        if (usual != null) {
            return usual;
        }
        if (value instanceof Map<?, ?> map) {
            return map.isEmpty() ? "" : map.toString();
        }
        return value instanceof Collection<?> items
                ? items.stream().map(String::valueOf).collect(Collectors.joining(","))
                : value instanceof Enum<?> word ? word.name().toLowerCase(Locale.ROOT) : value.toString();
    }

    /** The same, where an option took another effect than its default says. */
    public Spoken meaning(String option, String value) {
        Map<String, String> more = new TreeMap<>(options);
        more.put(option, value);
        return new Spoken(arguments, more);
    }

    /** What must stay as it is while a run lasts. */
    public Map<String, String> frozen() {
        Map<String, String> frozen = new TreeMap<>(options);
        frozen.keySet().removeAll(CHANGEABLE);
        return frozen;
    }

    /** The line that a shell would understand in the same way. */
    public String line() {
        return "zonedrift " + arguments.stream().map(Spoken::quoted).collect(Collectors.joining(" "));
    }

    private static String quoted(String argument) {
        return HARMLESS_IN_A_SHELL.matcher(argument).matches() ? argument : "'" + argument.replace("'", "'\\''") + "'";
    }
}
