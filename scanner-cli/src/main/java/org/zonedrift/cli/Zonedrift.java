package org.zonedrift.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.zonedrift.cli.bench.BenchCommand;
import org.zonedrift.cli.console.Interruption;
import org.zonedrift.cli.console.Streams;
import org.zonedrift.cli.demo.DemoCommand;
import org.zonedrift.cli.option.GivenTwice;
import org.zonedrift.cli.plan.PlanCommand;
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
        return commandLine(streams, interruption).execute(args);
    }

    static CommandLine commandLine(Streams streams, Interruption interruption) {
        CommandLine program = new CommandLine(new RootCommand());
        program.addSubcommand(new ScanCommand(streams, interruption));
        program.addSubcommand(new CheckCommand(streams, interruption));
        program.addSubcommand(new PlanCommand(streams));
        program.addSubcommand(new DemoCommand(streams, interruption));
        program.addSubcommand(new SimulateCommand(streams, interruption));
        program.addSubcommand(new RejudgeCommand(streams));
        program.addSubcommand(new BenchCommand(streams, interruption));
        program.addSubcommand(new SerialCommand(streams));
        program.addSubcommand(new FlagsCommand(streams));
        program.addSubcommand(new CompletionCommand(streams));
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
