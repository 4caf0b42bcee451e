package org.zonedrift.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.zonedrift.cli.check.PluginLine;
import org.zonedrift.cli.check.PluginState;
import org.zonedrift.cli.console.ExitCode;
import org.zonedrift.cli.console.ReaderGoneException;
import org.zonedrift.cli.console.Refusal;
import org.zonedrift.cli.console.SafeText;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** How a command ends that could not do its work: one line for people, and the exit code. */
final class Ending implements IParameterExceptionHandler, IExecutionExceptionHandler {

    /** Asks for the output and the exit codes of a monitoring plugin. */
    private static final String PLUGIN = "--nagios";

    private final PrintStream err;

    Ending(PrintStream err) {
        this.err = err;
    }

    @Override
    public int handleParseException(ParameterException wrong, String[] args) {
        CommandLine command = wrong.getCommandLine();
        String name = command.getCommandSpec().qualifiedName();
        err.println(name + ": " + SafeText.of(String.valueOf(wrong.getMessage())));
        CommandLine.UnmatchedArgumentException.printSuggestions(wrong, command.getErr());
        err.println("Try '" + name + " --help'.");
        return List.of(args).contains(PLUGIN)
                ? unknown(command, String.valueOf(wrong.getMessage()))
                : command.getCommandSpec().exitCodeOnInvalidInput();
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        int code = exitCode(failure, command);
        return command.getParseResult().hasMatchedOption(PLUGIN)
                ? unknown(command, String.valueOf(failure.getMessage()))
                : code;
    }

    /** Monitoring knows four codes, and reads standard output. */
    private static int unknown(CommandLine command, String why) {
        command.getOut().println(PluginLine.unknown(why));
        return PluginState.UNKNOWN.exitCode();
    }

    private int exitCode(Exception failure, CommandLine command) {
        String name = command.getCommandSpec().qualifiedName();
        if (failure instanceof Refusal refusal) {
            err.println(name + ": " + SafeText.of(String.valueOf(refusal.getMessage())));
            return refusal.exitCode();
        }
        Throwable cause = failure instanceof UncheckedIOException unchecked ? unchecked.getCause() : failure;
        if (cause instanceof ReaderGoneException) {
            return ExitCode.READER_GONE;
        }
        if (cause instanceof IOException) {
            err.println(name + ": " + SafeText.of(String.valueOf(cause.getMessage())));
            return ExitCode.CANNOT;
        }
        err.println(name + ": a bug of ours; please report what follows:");
        failure.printStackTrace(err);
        return ExitCode.BUG;
    }
}
