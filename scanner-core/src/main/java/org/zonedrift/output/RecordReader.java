package org.zonedrift.output;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zonedrift.input.Target;
import org.zonedrift.verdict.Evidence;
import org.zonedrift.verdict.Flag;
import org.zonedrift.verdict.Reason;
import org.zonedrift.verdict.Traffic;
import org.zonedrift.verdict.Verdict;
import org.zonedrift.zone.DomainName;
import org.zonedrift.zone.Previous;
import org.zonedrift.zone.SerialNumber;

/** Reads a record back: what it concludes, and the evidence in it, each apart from the other. */
public final class RecordReader {

    private final int port;

    /**
     * @param port at which the servers listened: records do not tell, for it is 53 outside of labs
     */
    public RecordReader(int port) {
        this.port = port;
    }

    /**
     * What a line of a result file says.
     *
     * @throws IllegalArgumentException if it is no record; the message says why
     */
    public WrittenRecord read(String text) {
        JsonObject json = JsonObject.parse(text);
        if (!RecordFields.SCHEMA_NAME.equals(json.text(RecordFields.SCHEMA))) {
            throw new IllegalArgumentException("the schema is not " + RecordFields.SCHEMA_NAME);
        }
        DomainName name = name(json.text(RecordFields.NAME));
        return new WrittenRecord(
                orEmpty(json.text(RecordFields.RUN)),
                json.has(RecordFields.INPUT_FILE) ? RecordWriter.InputFiles.SEVERAL : RecordWriter.InputFiles.ONE,
                line(json),
                name,
                json.text(RecordFields.METADATA),
                conclusion(json),
                millis(json.text(RecordFields.TIMESTAMP)),
                json.number(RecordFields.DURATION_MS),
                evidence(json, name),
                traffic(json.object(RecordFields.QUERIES)),
                json.text(RecordFields.ERROR),
                previous(json));
    }

    private static Target.Line line(JsonObject json) {
        return new Target.Line(
                (int) json.number(RecordFields.INPUT_FILE, 0),
                json.number(RecordFields.LINE),
                json.text(RecordFields.INPUT),
                json.text(RecordFields.INPUT_HEX));
    }

    private static WrittenRecord.Conclusion conclusion(JsonObject json) {
        Verdict verdict = Words.VERDICTS.read(json.needed(RecordFields.VERDICT));
        String reason = json.text(RecordFields.REASON);
        String first = json.text(RecordFields.FIRST_VERDICT);
        return new WrittenRecord.Conclusion(
                verdict,
                reason == null ? Reason.NONE : Words.REASONS.read(reason),
                first == null ? null : Words.VERDICTS.read(first),
                flags(json.texts(RecordFields.FINDINGS)),
                flags(json.texts(RecordFields.FACTS)));
    }

    /** The flags of these names; those of a later version are left out. */
    private static List<Flag> flags(List<String> names) {
        List<Flag> flags = new ArrayList<>(names.size());
        for (String name : names) {
            Flag flag = Flag.named(name);
            if (flag != null) {
                flags.add(flag);
            }
        }
        return flags;
    }

    private @Nullable Evidence evidence(JsonObject json, @Nullable DomainName name) {
        return name != null && json.has(RecordFields.DELEGATION) ? new EvidenceReader(json, name, port).read() : null;
    }

    private static Traffic traffic(@Nullable JsonObject json) {
        return json == null
                ? Traffic.NONE
                : new Traffic(
                        (int) json.number(QueryFields.UDP),
                        (int) json.number(QueryFields.TCP),
                        (int) json.number(QueryFields.RETRIES),
                        json.number(QueryFields.BYTES_OUT),
                        json.number(QueryFields.BYTES_IN));
    }

    /** What this record is to a later run; null where it tells no serial to compare with. */
    private static @Nullable Previous previous(JsonObject json) {
        long serial = serialIn(json);
        return serial < 0
                ? null
                : new Previous(
                        SerialNumber.of(serial),
                        json.needed(RecordFields.VERDICT),
                        millis(json.text(RecordFields.TIMESTAMP)),
                        orEmpty(json.text(RecordFields.RUN)));
    }

    /** The reference serial, else the newest. */
    private static long serialIn(JsonObject json) {
        JsonObject serial = json.object(RecordFields.SERIAL);
        if (serial == null) {
            return -1;
        }
        JsonObject reference = serial.object(SerialFields.REFERENCE);
        long referred = reference == null ? -1 : reference.number(SerialFields.REFERENCE_SERIAL);
        return referred >= 0 ? referred : serial.number(SerialFields.NEWEST);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    static @Nullable DomainName name(@Nullable String text) {
        return text == null ? null : DomainName.parse(text);
    }

    /** Milliseconds since 1970, or -1. */
    static long millis(@Nullable String timestamp) {
        return timestamp == null ? -1 : Instant.parse(timestamp).toEpochMilli();
    }
}
