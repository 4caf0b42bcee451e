package org.zonedrift.cli.option;

import java.util.List;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ParseResult.GroupMatch;

/**
 * Options that a command line gives twice, one of which may stand in a file of arguments. Outside a
 * group picocli refuses them; within one it begins the group anew, and forgets all that was said there.
 */
public final class GivenTwice {

    private GivenTwice() {}

    /** Refuses a command line that has one. */
    public static void refuse(ParseResult line) {
        for (ArgGroupSpec group : line.commandSpec().argGroups()) {
            List<GroupMatch> beginnings = line.findMatches(group).stream()
                    .flatMap(container -> container.matches().stream())
                    .toList();
            group.options().stream()
                    .filter(option -> timesGiven(option, beginnings) > 1)
                    .findFirst()
                    .ifPresent(option -> refuse(line, option));
        }
        if (line.hasSubcommand()) {
            refuse(line.subcommand());
        }
    }

    private static long timesGiven(OptionSpec option, List<GroupMatch> beginnings) {
        return beginnings.stream()
                .filter(match -> !match.matchedValues(option).isEmpty())
                .count();
    }

    private static void refuse(ParseResult line, OptionSpec option) {
        throw new ParameterException(
                line.commandSpec().commandLine(),
                "option '" + option.longestName() + "' should be specified only once");
    }
}
