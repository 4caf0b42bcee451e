package org.zonedrift.flink;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.flink.api.common.JobExecutionResult;
import org.zonedrift.cli.console.Refusal;
import org.zonedrift.cli.option.Selection;
import org.zonedrift.cli.scan.Chronicle;
import org.zonedrift.cli.scan.Preface;
import org.zonedrift.cli.watch.Tally;
import org.zonedrift.flink.Account.Counts;
import org.zonedrift.input.InputFile;
import org.zonedrift.input.Inputs;
import org.zonedrift.run.Manifest;
import org.zonedrift.run.Manifest.Part;
import org.zonedrift.verdict.Verdict;

/**
 * What is told when a job has ended: the manifest of a scan, made of what all subtasks counted. The input
 * is read once more for it, which gives its hash, and proves that every target led to a report.
 */
final class JobEnd {

    private static final int CULPRITS_TOLD = 100;
    private static final int OPERATORS_TOLD = 100;

    private final JobTerms terms;
    private final JobOptions options;
    private final JobExecutionResult result;
    private final Tally tally;
    private final long written;

    JobEnd(JobTerms terms, JobOptions options, JobExecutionResult result) {
        this.terms = terms;
        this.options = options;
        this.result = result;
        Counts counts = Counts.sum(parts(Account.COUNTS));
        this.tally = Tally.restored(counts.tally());
        this.written = counts.written();
        this.<byte[]>parts(Account.TRAFFIC).forEach(tally::add);
    }

    private <T> List<T> parts(String name) {
        List<T> parts = result.getAccumulatorResult(name);
        return parts == null ? List.of() : parts;
    }

    /** Writes the manifest, sums up for people, and fails where the user wants that. */
    void tell(Instant now, PrintStream people) throws IOException {
        people.println(tally.reports() + " zones, " + mismatches() + " mismatches (" + written + " records written)");
        if (!options.results.manifest.isEmpty()) {
            Manifest manifest = manifest(now);
            StoredFiles.write(options.results.manifest, manifest.text());
            manifest.contradictions().forEach(wrong -> people.println("The counts do not add up: " + wrong));
        }
        for (Verdict verdict : options.results.failOn) {
            if (tally.of(verdict) > 0) {
                throw Refusal.cannot("--fail-on: " + tally.of(verdict) + " times " + verdict);
            }
        }
    }

    private long mismatches() {
        return tally.of(Verdict.MISMATCH) + tally.of(Verdict.MISMATCH_SOURCES);
    }

    private Manifest manifest(Instant now) throws IOException {
        // Reads the files of --exclude, whose hashes the manifest tells.
        options.safety.safety(Set.of(), List.of());
        Manifest manifest = new Preface(options.spoken(), options.naming, options.safety, options.results.notes)
                .manifest(terms.terms(), options.resolvers())
                .with(Part.VANTAGE, vantage())
                .with(Part.LIMITS, Preface.limits(options.politeness(), options.speed.inFlight()))
                .with(Part.RESULTS, tally.results())
                .with(Part.TRAFFIC, tally.traffic())
                .with(Part.RTT_MS, tally.latency())
                .with(Part.DESTINATIONS, tally.destinations())
                .with(Part.OUTAGES, tally.outages())
                .with(Part.CULPRITS, tally.culprits(CULPRITS_TOLD))
                .with(Part.OPERATORS, tally.operators(OPERATORS_TOLD))
                .with(Part.OUTPUTS, List.of(output()))
                .with(Part.ENDED_AT, now.toString())
                .with(Part.EXIT, exit());
        return withInputs(manifest);
    }

    private Manifest withInputs(Manifest manifest) {
        try (Inputs again = options.open()) {
            Selection chosen = options.chosen(again);
            long taken = 0;
            while (chosen.targets().next().isPresent()) {
                taken++;
            }
            List<InputFile.Summary> read =
                    again.files().stream().map(InputFile::summary).toList();
            boolean whole = read.stream().noneMatch(input -> input.sha256().isEmpty());
            long frame =
                    whole ? read.stream().mapToLong(InputFile.Summary::records).sum() : -1;
            return manifest.withInputs(read).withSample(chosen.sample().get(), frame, taken);
        }
    }

    /** The first engine's view, and each of them. */
    private Map<String, Object> vantage() {
        List<Map<String, Object>> engines = this.<Map<String, Object>>parts(Account.VANTAGE).stream()
                .distinct()
                .toList();
        Map<String, Object> vantage = new LinkedHashMap<>(engines.isEmpty() ? Map.of() : engines.get(0));
        vantage.put("engines", new ArrayList<>(engines));
        return vantage;
    }

    private Map<String, Object> output() {
        Map<String, Object> output = new LinkedHashMap<>();
        output.put("name", options.results.folder);
        output.put("records", written);
        return output;
    }

    private static Map<String, Object> exit() {
        Map<String, Object> exit = new LinkedHashMap<>();
        exit.put("code", 0);
        exit.put("reason", Chronicle.FINISHED);
        exit.put("complete", true);
        return exit;
    }
}
