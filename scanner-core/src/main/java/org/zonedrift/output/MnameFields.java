package org.zonedrift.output;

import org.zonedrift.probe.Outcome;
import org.zonedrift.verdict.Position;
import org.zonedrift.verdict.PrimaryRow;
import org.zonedrift.zone.NameServer;

/** {@code mname[]}: the hosts that the zone calls its primary. */
final class MnameFields {

    static final Section SECTION = new Section("mname");

    static final Key NAME = SECTION.text("name", "the host");
    static final Key IN_NS = SECTION.truth("in_ns", "whether it is one of the zone's servers");
    static final Key ADDRESSES = SECTION.texts("addresses", "its addresses that are none of the zone's servers");
    static final Key OUTCOME =
            SECTION.word("outcome", Words.of(Outcome.values(), Outcome::name), "the best of its addresses");
    static final Key SERIAL = SECTION.uint32("serial", "the serial that it shows");
    static final Key POSITION =
            SECTION.word("position", Words.of(Position.values(), Position::key), "where that stands to the reference");
    static final Key ERROR = SECTION.word("error", NsErrorFields.TROUBLES, "why it has no address");

    static {
        SECTION.require(NAME);
    }

    private MnameFields() {}

    static void write(ObjectWriter out, PrimaryRow row) {
        out.name(NAME, row.name());
        out.truth(IN_NS, row.standing() == PrimaryRow.Standing.IN_NS);
        out.many(ADDRESSES, row.addresses(), (json, address) -> json.json().address(address.octets()));
        out.word(OUTCOME, row.outcome(), Outcome::name);
        out.serial(SERIAL, row.serial());
        out.word(POSITION, row.position(), Position::key);
        out.word(ERROR, row.trouble(), NameServer.Trouble::key);
    }
}
