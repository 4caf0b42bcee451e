package org.zonedrift.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The program without a command: it has nothing to do but to say what there is. */
@Command(
        name = "zonedrift",
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class,
        synopsisSubcommandLabel = "COMMAND",
        description = "Finds DNS zones whose authoritative nameservers disagree.",
        footer = {
            "",
            "'zonedrift COMMAND --help' tells everything about a command. An argument @FILE stands for the",
            "arguments in that file."
        })
final class RootCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        CommandLine program = spec.commandLine();
        throw new ParameterException(program, "a command is missing");
    }
}
