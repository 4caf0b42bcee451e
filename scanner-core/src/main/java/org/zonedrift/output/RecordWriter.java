package org.zonedrift.output;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zonedrift.input.Target;
import org.zonedrift.output.ServerFields.Replies;
import org.zonedrift.verdict.Counts;
import org.zonedrift.verdict.Evidence;
import org.zonedrift.verdict.Judgement;
import org.zonedrift.verdict.Reason;
import org.zonedrift.verdict.RecheckResult;
import org.zonedrift.verdict.SerialSummary;
import org.zonedrift.verdict.ZoneReport;
import org.zonedrift.zone.NameServer;
import org.zonedrift.zone.SoaRecord;

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

    private final InputFiles files;
    private final byte[] beginning;

    /**
     * @param run the first 8 hex digits of the run's id, or empty
     */
    public RecordWriter(String run, InputFiles files) {
        this.files = files;
        this.beginning = beginning(run);
    }

    /** What all records of a run begin with. */
    private static byte[] beginning(String run) {
        JsonBytes json = new JsonBytes().beginObject();
        ObjectWriter out = new ObjectWriter(json);
        out.text(RecordFields.SCHEMA, RecordFields.SCHEMA_NAME);
        out.text(RecordFields.RUN, run);
        return json.toByteArray();
    }

    /** Appends the report and a line feed. */
    public void write(ZoneReport report, JsonBytes into) {
        ObjectWriter out = new ObjectWriter(into);
        into.stretch(beginning);
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
            out.begin(RecordFields.DELEGATION);
            DelegationFields.write(out, evidence, judgement.nsSets());
            out.end();
        }
        if (!judgement.counts().equals(Counts.NONE)) {
            CountFields.write(out, RecordFields.COUNTS, judgement.counts());
        }
        writeSerials(out, judgement);
        out.words(RecordFields.SOA_DIFF, Words.SOA_FIELDS, judgement.soaDiff());
        SourceFields.writeAll(out, RecordFields.SOURCES, judgement.sources());
        SoaRecord soa = judgement.soa();
        if (soa != null) {
            out.begin(RecordFields.SOA);
            SoaFields.write(out, soa);
            out.end();
        }
        MnameFields.writeAll(out, RecordFields.MNAME, judgement.primaries());
    }

    private static void writeSerials(ObjectWriter out, Judgement judgement) {
        SerialSummary summary = judgement.serial();
        if (summary != null) {
            out.begin(RecordFields.SERIAL);
            SerialFields.write(out, summary);
            out.end();
        }
        SerialFields.writeAll(out, RecordFields.SERIALS, judgement.serials());
    }

    private static void writeEvidence(ObjectWriter out, ZoneReport report) {
        Evidence evidence = report.evidence();
        if (evidence == null) {
            return;
        }
        Judgement judgement = report.judgement();
        out.objects(RecordFields.NS_ERRORS, withoutAddress(evidence.nameServers()), NsErrorFields::write);
        ServerFields.writeAll(
                out,
                RecordFields.SERVERS,
                judgement.servers(),
                Emit.MISMATCH.admits(report) ? Replies.KEPT : Replies.LEFT_OUT);
        writeRecheck(out, judgement.recheck(), evidence);
        out.object(RecordFields.PREVIOUS, evidence.previous(), PreviousFields::write);
        out.known(RecordFields.PROBE_SPREAD_MS, evidence.probeSpreadMillis());
        QueryFields.write(out, RecordFields.QUERIES, report.traffic());
    }

    /** Most zones have none, and then nothing is made for it. */
    private static List<NameServer> withoutAddress(List<NameServer> servers) {
        List<NameServer> found = List.of();
        for (int i = 0; i < servers.size(); i++) {
            NameServer server = servers.get(i);
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
