package org.zonedrift.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.zonedrift.cli.console.Interruption;
import org.zonedrift.cli.console.Streams;
import org.zonedrift.cli.option.GivenTwice;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/** The program: builds its commands, runs the one that is asked for, and ends with its code. */
public final class Zonedrift {

    private static final int HELP_WIDTH = 100;

    private Zonedrift() {}

    public static void main(String[] args) {
        Interruption interruption = new Interruption().onSignals();
        int code = run(Streams.ofProcess(), interruption, args);
        interruption.commandEnded();
        System.exit(code);
    }

    /** Runs one command line to its end, and answers its exit code. */
    public static int run(Streams streams, Interruption interruption, String... args) {
        return commandLine(streams, interruption, args).execute(args);
    }

    static CommandLine commandLine(Streams streams, Interruption interruption, String... args) {
        CommandLine program = new CommandLine(new RootCommand());
        new Commands(streams, interruption).wantedBy(args).forEach(program::addSubcommand);
        Ending ending = new Ending(streams.err());
        return program.setOut(new PrintWriter(streams.out(), true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(streams.err(), true, StandardCharsets.UTF_8))
                .setUsageHelpWidth(HELP_WIDTH)
                .setUsageHelpLongOptionsMaxWidth(34)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setAbbreviatedOptionsAllowed(false)
                .setParameterExceptionHandler(ending)
                .setExecutionExceptionHandler(ending)
                .setExecutionStrategy(Zonedrift::runLast);
    }

    private static int runLast(ParseResult line) {
        GivenTwice.refuse(line);
        return new CommandLine.RunLast().execute(line);
    }
}
