package org.zonedrift.output;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zonedrift.input.Target;
import org.zonedrift.verdict.Counts;
import org.zonedrift.verdict.Evidence;
import org.zonedrift.verdict.Judgement;
import org.zonedrift.verdict.Reason;
import org.zonedrift.verdict.RecheckResult;
import org.zonedrift.verdict.ZoneReport;
import org.zonedrift.zone.NameServer;

/**
 * Writes a report as one line of JSON: keys in a fixed order, and only those that have something
 * to say. The same report always gives the same octets.
 */
public final class RecordWriter {

    /** Whether a record says which input file its line stands in. */
    public enum InputFiles {
        ONE,
        SEVERAL
    }

    private final String run;
    private final InputFiles files;

    /**
     * @param run the first 8 hex digits of the run's id, or empty
     */
    public RecordWriter(String run, InputFiles files) {
        this.run = run;
        this.files = files;
    }

    /** Appends the report and a line feed. */
    public void write(ZoneReport report, JsonBytes into) {
        ObjectWriter out = new ObjectWriter(into);
        into.beginObject();
        writeTarget(out, report);
        writeVerdict(out, report.judgement());
        out.time(RecordFields.TIMESTAMP, report.startedAtMillis());
        out.known(RecordFields.DURATION_MS, report.durationMillis());
        writeJudgement(out, report);
        writeEvidence(out, report);
        out.text(RecordFields.ERROR, report.error());
        into.endObject().endLine();
    }

    private void writeTarget(ObjectWriter out, ZoneReport report) {
        Target.Line line = report.line();
        out.at(RecordFields.SCHEMA).text(RecordFields.SCHEMA_NAME);
        out.text(RecordFields.RUN, run);
        if (files == InputFiles.SEVERAL) {
            out.number(RecordFields.INPUT_FILE, line.file());
        }
        out.number(RecordFields.LINE, line.number());
        out.name(RecordFields.NAME, report.name());
        out.text(RecordFields.INPUT, line.text());
        out.text(RecordFields.INPUT_HEX, line.hex());
        out.text(RecordFields.METADATA, report.metadata());
    }

    private static void writeVerdict(ObjectWriter out, Judgement judgement) {
        out.word(RecordFields.VERDICT, Words.VERDICTS, judgement.verdict());
        if (judgement.reason() != Reason.NONE) {
            out.word(RecordFields.REASON, Words.REASONS, judgement.reason());
        }
        out.word(RecordFields.FIRST_VERDICT, Words.VERDICTS, judgement.firstVerdict());
        out.words(RecordFields.FINDINGS, Words.FLAGS, judgement.findings());
        out.words(RecordFields.FACTS, Words.FLAGS, judgement.facts());
    }

    private static void writeJudgement(ObjectWriter out, ZoneReport report) {
        Judgement judgement = report.judgement();
        Evidence evidence = report.evidence();
        if (evidence != null) {
            out.object(
                    RecordFields.DELEGATION,
                    evidence,
                    (json, seen) -> DelegationFields.write(json, seen, judgement.nsSets()));
        }
        if (!judgement.counts().equals(Counts.NONE)) {
            out.object(RecordFields.COUNTS, judgement.counts(), CountFields::write);
        }
        out.object(RecordFields.SERIAL, judgement.serial(), SerialFields::write);
        out.objects(RecordFields.SERIALS, judgement.serials(), SerialFields::writeEach);
        out.words(RecordFields.SOA_DIFF, Words.SOA_FIELDS, judgement.soaDiff());
        out.objects(RecordFields.SOURCES, judgement.sources(), SourceFields::write);
        out.object(RecordFields.SOA, judgement.soa(), SoaFields::write);
        out.objects(RecordFields.MNAME, judgement.primaries(), MnameFields::write);
    }

    private static void writeEvidence(ObjectWriter out, ZoneReport report) {
        Evidence evidence = report.evidence();
        if (evidence == null) {
            return;
        }
        Judgement judgement = report.judgement();
        out.objects(RecordFields.NS_ERRORS, withoutAddress(evidence.nameServers()), NsErrorFields::write);
        out.objects(
                RecordFields.SERVERS,
                judgement.servers(),
                Emit.MISMATCH.admits(report) ? ServerFields::writeWithReply : ServerFields::write);
        writeRecheck(out, judgement.recheck(), evidence);
        out.object(RecordFields.PREVIOUS, evidence.previous(), PreviousFields::write);
        out.known(RecordFields.PROBE_SPREAD_MS, evidence.probeSpreadMillis());
        out.object(RecordFields.QUERIES, report.traffic(), QueryFields::write);
    }

    /** Most zones have none, and then nothing is made for it. */
    private static List<NameServer> withoutAddress(List<NameServer> servers) {
        List<NameServer> found = List.of();
        for (NameServer server : servers) {
            if (server.trouble() != null || server.addresses().isEmpty()) {
                found = found.isEmpty() ? new ArrayList<>(2) : found;
                found.add(server);
            }
        }
        return found;
    }

    private static void writeRecheck(ObjectWriter out, @Nullable RecheckResult result, Evidence evidence) {
        out.object(RecordFields.RECHECK, result, (json, value) -> RecheckFields.write(json, value, evidence.rounds()));
    }
}
