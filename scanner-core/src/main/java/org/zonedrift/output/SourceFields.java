package org.zonedrift.output;

import java.util.List;
import org.zonedrift.verdict.SerialSummary;
import org.zonedrift.verdict.SourceRow;

/** {@code sources[]}: the primaries (MNAME and RNAME) that the usable servers show. */
final class SourceFields {

    static final Section SECTION = new Section("sources");

    static final Key ID = SECTION.pattern("id", "^S[1-9][0-9]*$", "its name within the record");
    static final Key MNAME = SECTION.text("mname", "the primary");
    static final Key RNAME = SECTION.text("rname", "the mailbox");
    static final Key SCHEME = SECTION.word("scheme", Words.SCHEMES, "what its serials are made of");
    static final Key ORDER = SECTION.word("order", Words.ORDERS, "how its serials can be ordered");
    static final Key REFERENCE =
            SECTION.object("reference", SerialFields.REFERENCE_SECTION, "what its servers are measured against");
    static final Key LAG_MAX = SECTION.whole("lag_max", "how far its last server is behind that reference");
    static final Key OPERATORS = SECTION.texts("operators", "who runs its servers");
    static final Key NS = SECTION.texts("ns", "its servers");
    static final Key SERIALS = SECTION.uint32s("serials", "its distinct serials");
    static final Key CONSISTENT = SECTION.truth("consistent", "whether its servers show one serial");

    static {
        SECTION.require(ID, MNAME, RNAME, OPERATORS, NS, SERIALS);
    }

    private SourceFields() {}

    static void writeAll(ObjectWriter out, Key key, List<SourceRow> rows) {
        if (rows.isEmpty()) {
            return;
        }
        out.begin(key);
        for (int i = 0; i < rows.size(); i++) {
            out.beginItem();
            write(out, rows.get(i));
            out.end();
        }
        out.endArray();
    }

    private static void write(ObjectWriter out, SourceRow row) {
        out.repeated(ID, row.id());
        out.name(MNAME, row.mname());
        out.name(RNAME, row.rname());
        SerialSummary own = row.serials();
        if (own != null) {
            out.word(SCHEME, Words.SCHEMES, own.scheme().scheme());
            out.word(ORDER, Words.ORDERS, own.order());
            SerialFields.writeReference(out, REFERENCE, own.reference());
            out.known(LAG_MAX, own.lagMax());
        }
        out.texts(OPERATORS, row.operators());
        out.names(NS, row.ns());
        out.serials(SERIALS, row.distinct());
        out.truth(CONSISTENT, row.isConsistent());
    }
}
