package org.zonedrift.cli.rejudge;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.zonedrift.cli.console.SafeText;
import org.zonedrift.input.RecordLines;
import org.zonedrift.operator.Operators;
import org.zonedrift.output.RecordReader;
import org.zonedrift.output.RecordWriter;
import org.zonedrift.output.Rejudge;
import org.zonedrift.output.WrittenRecord;
import org.zonedrift.verdict.Judge;
import org.zonedrift.verdict.ZoneReport;
import org.zonedrift.zone.ServerAddress;

/** Judges records anew, tells those that conclude otherwise, and counts. */
public final class NewVerdicts {

    /** A record as it would be now, and what writes it as its run did. */
    public record Judged(ZoneReport report, RecordWriter writer) {}

    private final RecordReader reader = new RecordReader(ServerAddress.DNS_PORT);
    private final Rejudge rejudge = new Rejudge(new Judge(Operators.bundled()));
    private final Consumer<String> differences;
    private final Consumer<String> troubles;
    private final Consumer<Judged> records;
    private long read;
    private long different;
    private long unreadable;

    /**
     * @param differences hears a line for each record that concludes otherwise
     * @param troubles hears a line for each that is no record
     * @param records takes every record as it is now
     */
    public NewVerdicts(Consumer<String> differences, Consumer<String> troubles, Consumer<Judged> records) {
        this.differences = differences;
        this.troubles = troubles;
        this.records = records;
    }

    /** Judges every record of a file. */
    public void read(RecordLines lines) {
        for (Optional<RecordLines.Line> line = lines.next(); line.isPresent(); line = lines.next()) {
            judge(lines.name() + ":" + line.get().number(), line.get());
        }
    }

    private void judge(String place, RecordLines.Line line) {
        try {
            if (line.trouble() != null) {
                throw new IllegalArgumentException(line.trouble());
            }
            judge(place, reader.read(line.text()));
        } catch (IllegalArgumentException e) {
            unreadable++;
            troubles.accept(SafeText.of(place + ": not a record: " + e.getMessage()));
        }
    }

    private void judge(String place, WrittenRecord record) {
        List<Rejudge.Difference> found = rejudge.differences(record);
        records.accept(new Judged(rejudge.rejudged(record), record.writer()));
        read++;
        if (!found.isEmpty()) {
            different++;
            String told = found.stream().map(Rejudge.Difference::toString).collect(Collectors.joining("; "));
            differences.accept(SafeText.of(place + " " + record.name() + ": " + told));
        }
    }

    /** Records judged. */
    public long records() {
        return read;
    }

    /** Records that conclude otherwise now. */
    public long different() {
        return different;
    }

    /** Lines that are no records. */
    public long unreadable() {
        return unreadable;
    }
}
