package org.zonedrift.cli;

import org.zonedrift.cli.console.Printer;
import org.zonedrift.cli.console.Streams;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints the script that teaches a shell our options. */
@Command(
        name = "completion",
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class,
        description = "Prints a completion script for bash and zsh: source <(zonedrift completion)")
final class CompletionCommand implements Runnable {

    private final Streams streams;

    @Spec
    private CommandSpec spec;

    CompletionCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public void run() {
        try (Printer printer = streams.printer()) {
            printer.line(AutoComplete.bash("zonedrift", spec.root().commandLine()));
        }
    }
}
