package org.zonedrift.output;

import java.util.List;
import org.zonedrift.verdict.Reason;

/** The keys of a record, in the order in which they are written. */
final class RecordFields {

    /** Changes only when a reader of older records would misread newer ones. */
    static final String SCHEMA_NAME = "zonedrift/1";

    static final Section SECTION = new Section("record");

    static final Key SCHEMA = SECTION.word("schema", List.of(SCHEMA_NAME), "the form of this record");
    static final Key RUN = SECTION.pattern("run", "^[0-9a-f]{8}$", "first 8 hex digits of the run's id");
    static final Key INPUT_FILE = SECTION.whole("input_file", "index into the manifest's inputs, only with several");
    static final Key LINE = SECTION.whole("line", "line of the input, from 1");
    static final Key NAME = SECTION.text("name", "the zone; absent if the line holds no name");
    static final Key INPUT = SECTION.text("input", "raw line, only if it differs from name; U+FFFD for bad octets");
    static final Key INPUT_HEX = SECTION.hex("input_hex", "raw octets of the line, only if they are not UTF-8");
    static final Key METADATA = SECTION.text("metadata", "the line's other columns, passed through");
    static final Key VERDICT = SECTION.word("verdict", Words.VERDICTS, "what can be said about the zone");
    static final Key REASON = SECTION.word(
            "reason",
            Words.REASONS.all().stream()
                    .filter(word -> !word.equals(Reason.NONE.key()))
                    .toList(),
            "why the verdict is what it is");
    static final Key FIRST_VERDICT =
            SECTION.word("first_verdict", Words.VERDICTS, "the verdict before the re-check, only if that changed it");
    static final Key FINDINGS =
            SECTION.words("findings", Words.flags(Words.Kind.FINDINGS), "flags of severity notice, warning, error");
    static final Key FACTS = SECTION.words("facts", Words.flags(Words.Kind.FACTS), "flags of severity info");
    static final Key TIMESTAMP = SECTION.time("timestamp", "when work on this name began");
    static final Key DURATION_MS =
            SECTION.whole("duration_ms", "until the record was final, waiting for rate limits included");
    static final Key DELEGATION =
            SECTION.object("delegation", DelegationFields.SECTION, "who serves the zone, and who said so");
    static final Key COUNTS = SECTION.object("counts", CountFields.SECTION, "how many there are of what");
    static final Key SERIAL = SECTION.object("serial", SerialFields.SECTION, "the zone's serials in short");
    static final Key SERIALS = SECTION.objects("serials", SerialFields.EACH, "each distinct serial of a usable server");
    static final Key SOA_DIFF =
            SECTION.words("soa_diff", Words.SOA_FIELDS, "SOA fields with more than one value among the usable servers");
    static final Key SOURCES = SECTION.objects("sources", SourceFields.SECTION, "the primaries (MNAME and RNAME) seen");
    static final Key SOA = SECTION.object("soa", SoaFields.SECTION, "the reference SOA");
    static final Key MNAME = SECTION.objects("mname", MnameFields.SECTION, "each distinct MNAME, at most two");
    static final Key NS_ERRORS = SECTION.objects("ns_errors", NsErrorFields.SECTION, "NS names without an address");
    static final Key SERVERS = SECTION.objects("servers", ServerFields.SECTION, "each address of each NS name");
    static final Key RECHECK = SECTION.object("recheck", RecheckFields.SECTION, "what the re-checks showed");
    static final Key PREVIOUS = SECTION.object("previous", PreviousFields.SECTION, "what an earlier run said");
    static final Key PROBE_SPREAD_MS =
            SECTION.whole("probe_spread_ms", "latest minus earliest answered observation in round 0");
    static final Key QUERIES =
            SECTION.object("queries", QueryFields.SECTION, "what this name cost, shared look-ups excluded");
    static final Key ERROR = SECTION.text("error", "for people, not for parsing");

    static {
        SECTION.require(SCHEMA, LINE, VERDICT);
    }

    private RecordFields() {}
}
