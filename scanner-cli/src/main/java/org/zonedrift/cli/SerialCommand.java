package org.zonedrift.cli;

import java.time.Instant;
import java.util.Locale;
import org.zonedrift.cli.console.Printer;
import org.zonedrift.cli.console.Refusal;
import org.zonedrift.cli.console.Streams;
import org.zonedrift.verdict.SerialExplanation;
import org.zonedrift.verdict.SerialExplanation.Tense;
import org.zonedrift.verdict.SerialPlan;
import org.zonedrift.zone.SerialNumber;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** What a serial says, and how to get from one to another. */
@Command(
        name = "serial",
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class,
        synopsisSubcommandLabel = "COMMAND",
        description = "Explains serials, and plans legal ways from one to another.")
final class SerialCommand {

    private static final long SERIAL_MAX = 4_294_967_295L;

    private final Streams streams;

    SerialCommand(Streams streams) {
        this.streams = streams;
    }

    @Command(
            name = "explain",
            mixinStandardHelpOptions = true,
            description = "Says what a serial may mean, and which serials count as newer.")
    int explain(@Parameters(paramLabel = "N", description = "the serial, 0 to 4294967295") String text) {
        SerialExplanation explained =
                SerialExplanation.of(serial(text), Instant.now().getEpochSecond());
        try (Printer printer = streams.printer()) {
            printer.line(explained.serial() + ": " + explained.guess().scheme().key());
            for (SerialExplanation.Reading reading : explained.readings()) {
                printer.line("  as " + reading.scheme().key() + ": " + Instant.ofEpochSecond(reading.seconds())
                        + (reading.tense() == Tense.FUTURE ? " (in the future)" : ""));
            }
            printer.line("  newer than it: the next 2147483647 serials, up to " + explained.furthestNewer());
            printer.line("  neither newer nor older: " + explained.opposite());
        }
        return 0;
    }

    @Command(
            name = "plan",
            mixinStandardHelpOptions = true,
            description = "Plans a legal way from one serial to another: in each step every secondary follows.")
    int plan(
            @Parameters(paramLabel = "FROM", description = "what the zone has") String from,
            @Parameters(paramLabel = "TO", description = "what it shall have") String to) {
        SerialPlan plan = SerialPlan.between(serial(from), serial(to));
        try (Printer printer = streams.printer()) {
            if (plan.steps().isEmpty()) {
                printer.line("Nothing to do: the zone has that serial.");
            } else if (plan.isOneStep()) {
                printer.line("Publish " + plan.to() + ": it is newer than " + plan.from() + ".");
            } else {
                printer.line(plan.to() + " is not newer than " + plan.from() + "; it takes "
                        + plan.steps().size() + " steps:");
                int step = 0;
                for (SerialNumber next : plan.steps()) {
                    printer.line(String.format(
                            Locale.ROOT, "  %d. publish %s, and wait until every secondary has it", ++step, next));
                }
            }
        }
        return 0;
    }

    private static SerialNumber serial(String text) {
        if (!text.matches("\\d{1,10}") || Long.parseLong(text) > SERIAL_MAX) {
            throw Refusal.wrongUsage("'" + text + "' is no serial: a number from 0 to " + SERIAL_MAX + ", please");
        }
        return SerialNumber.of(Long.parseLong(text));
    }
}
