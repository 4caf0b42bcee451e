package org.zonedrift.cli.scan;

import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zonedrift.cli.option.Selection;
import org.zonedrift.cli.watch.Tally;
import org.zonedrift.input.InputFile;
import org.zonedrift.input.Inputs;
import org.zonedrift.run.Manifest;
import org.zonedrift.run.Manifest.Part;
import org.zonedrift.run.WholeFile;

/** Keeps the manifest of a scan current, from before its first packet to its end. */
public final class Chronicle {

    private static final int CULPRITS_TOLD = 100;
    private static final int OPERATORS_TOLD = 100;

    private final Optional<Path> file;
    private final Manifest manifest;
    private final Inputs inputs;
    private final Selection selection;
    private final Ledger ledger;

    /**
     * @param file where the manifest is wanted, if it is
     * @param manifest what is known beforehand
     */
    public Chronicle(Optional<Path> file, Manifest manifest, Inputs inputs, Selection selection, Ledger ledger) {
        this.file = file;
        this.manifest = manifest;
        this.inputs = inputs;
        this.selection = selection;
        this.ledger = ledger;
    }

    /** Tells how things stand now. */
    public synchronized void tell() {
        if (file.isEmpty()) {
            return;
        }
        Tally tally = ledger.tally();
        List<InputFile.Summary> read =
                inputs.files().stream().map(InputFile::summary).toList();
        manifest.withInputs(read)
                .withSample(selection.sample().get(), frameSize(read), tally.targets())
                .with(Part.RESULTS, tally.results())
                .with(Part.TRAFFIC, tally.traffic())
                .with(Part.RTT_MS, tally.latency())
                .with(Part.DESTINATIONS, tally.destinations())
                .with(Part.OUTAGES, tally.outages())
                .with(Part.CULPRITS, tally.culprits(CULPRITS_TOLD))
                .with(Part.OPERATORS, tally.operators(OPERATORS_TOLD))
                .withOutputs(ledger.written());
        WholeFile.replace(file.get(), manifest.text());
    }

    /** The frame is known when all of it was read. */
    private static long frameSize(List<InputFile.Summary> read) {
        boolean whole = read.stream().noneMatch(input -> input.sha256().isEmpty());
        return whole ? read.stream().mapToLong(InputFile.Summary::records).sum() : -1;
    }

    /** The scan is over. */
    public void end(int code, String reason) {
        Map<String, Object> exit = new LinkedHashMap<>();
        exit.put("code", code);
        exit.put("reason", reason);
        exit.put("complete", reason.equals(FINISHED));
        manifest.with(Part.ENDED_AT, Instant.now().toString()).with(Part.EXIT, exit);
        tell();
    }

    /** Every target was looked at. */
    public static final String FINISHED = "finished";

    public static final String INTERRUPTED = "interrupted";
}
