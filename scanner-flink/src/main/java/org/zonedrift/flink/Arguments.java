package org.zonedrift.flink;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.zonedrift.cli.ProgramVersion;
import org.zonedrift.cli.console.Refusal;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** The words of the command line, and what they say. */
final class Arguments {

    private Arguments() {}

    static CommandLine commandLine(JobOptions options) {
        return new CommandLine(options)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setAbbreviatedOptionsAllowed(false);
    }

    /** What people are told who ask for help or for the version; empty for everybody else. */
    static String help(List<String> arguments) {
        CommandLine line = commandLine(new JobOptions());
        if (arguments.contains("--help") || arguments.contains("-h")) {
            return line.getUsageMessage();
        }
        return arguments.contains("--version") || arguments.contains("-V")
                ? String.join("\n", new ProgramVersion().getVersion())
                : "";
    }

    /** The same with what stands in the files of arguments ({@code @FILE}), which are here and nowhere else. */
    static List<String> expanded(List<String> arguments) {
        try {
            CommandLine line = commandLine(new JobOptions());
            List<String> expanded =
                    line.parseArgs(arguments.toArray(String[]::new)).expandedArgs();
            line.getCommandSpec().options().forEach(option -> refuseTwice(option, expanded));
            return expanded;
        } catch (ParameterException e) {
            throw Refusal.wrongUsage(String.valueOf(e.getMessage()));
        }
    }

    /** Picocli would begin its whole group anew, and forget what was said before. */
    private static void refuseTwice(OptionSpec option, List<String> arguments) {
        List<String> names = List.of(option.names());
        long times = arguments.stream()
                .filter(argument -> names.contains(argument.split("=", 2)[0]))
                .count();
        if (times > 1 && !option.isMultiValue()) {
            throw Refusal.wrongUsage(option.longestName() + " is given " + times + " times");
        }
    }

    /** The files that options name, which must be wherever the job runs. */
    static List<String> filesNamedBy(List<String> arguments) {
        List<String> named = new ArrayList<>();
        JobOptions.of(arguments, text -> {
            named.add(text);
            return Path.of(text);
        });
        return named;
    }
}
