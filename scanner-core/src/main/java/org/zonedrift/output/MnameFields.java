package org.zonedrift.output;

import java.util.List;
import org.zonedrift.verdict.PrimaryRow;

/** {@code mname[]}: the hosts that the zone calls its primary. */
final class MnameFields {

    static final Section SECTION = new Section("mname");

    static final Key NAME = SECTION.text("name", "the host");
    static final Key IN_NS = SECTION.truth("in_ns", "whether it is one of the zone's servers");
    static final Key ADDRESSES = SECTION.texts("addresses", "its addresses that are none of the zone's servers");
    static final Key OUTCOME = SECTION.word("outcome", Words.OUTCOMES, "the best of its addresses");
    static final Key SERIAL = SECTION.uint32("serial", "the serial that it shows");
    static final Key POSITION = SECTION.word("position", Words.POSITIONS, "where that stands to the reference");
    static final Key ERROR = SECTION.word("error", Words.TROUBLES, "why it has no address");

    static {
        SECTION.require(NAME);
    }

    private MnameFields() {}

    static void writeAll(ObjectWriter out, Key key, List<PrimaryRow> rows) {
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

    private static void write(ObjectWriter out, PrimaryRow row) {
        out.name(NAME, row.name());
        out.truth(IN_NS, row.standing() == PrimaryRow.Standing.IN_NS);
        out.many(ADDRESSES, row.addresses(), (json, address) -> json.json().address(address.octets()));
        out.word(OUTCOME, Words.OUTCOMES, row.outcome());
        out.serial(SERIAL, row.serial());
        out.word(POSITION, Words.POSITIONS, row.position());
        out.word(ERROR, Words.TROUBLES, row.trouble());
    }
}
