package org.zonedrift.flink;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.zonedrift.cli.ProgramVersion;
import org.zonedrift.cli.console.Refusal;
import org.zonedrift.cli.option.GivenTwice;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

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
            ParseResult parsed = line.parseArgs(arguments.toArray(String[]::new));
            GivenTwice.refuse(parsed);
            return parsed.expandedArgs();
        } catch (ParameterException e) {
            throw Refusal.wrongUsage(String.valueOf(e.getMessage()));
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
