package org.zonedrift.cli;

import org.zonedrift.cli.console.Printer;
import org.zonedrift.cli.console.Streams;
import org.zonedrift.cli.console.Table;
import org.zonedrift.cli.console.Table.Column;
import org.zonedrift.verdict.Flag;
import picocli.CommandLine.Command;

/** Every flag that a record can hold. */
@Command(
        name = "flags",
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class,
        description = "Lists every flag: severity, meaning, and who says so.")
final class FlagsCommand implements Runnable {

    private final Streams streams;

    FlagsCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public void run() {
        Table table =
                new Table(Column.left("flag"), Column.left("severity"), Column.left("meaning"), Column.left("sources"));
        for (Flag flag : Flag.values()) {
            String sources = (flag.text().rfc() + " " + flag.text().guidance()).strip();
            table.row(flag.key(), flag.severity().key(), flag.text().meaning(), sources);
        }
        try (Printer printer = streams.printer()) {
            table.lines(printer.style()).forEach(printer::line);
        }
    }
}
