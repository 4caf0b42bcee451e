package org.zonedrift.output;

import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zonedrift.exchange.Course;
import org.zonedrift.exchange.Manner.Transport;
import org.zonedrift.probe.Observation;
import org.zonedrift.verdict.Position;
import org.zonedrift.verdict.ServerRow;
import org.zonedrift.wire.Edns;
import org.zonedrift.wire.ResponseCodeText;
import org.zonedrift.zone.NameServer;
import org.zonedrift.zone.SoaRecord;

/** {@code servers[]}: what each address of each NS name said, and what it means. */
final class ServerFields {

    private static final long NANOS_PER_MICRO = 1_000;
    private static final long NANOS_PER_MILLI = 1_000_000;

    static final Section SECTION = new Section("servers");

    static final Key NS = SECTION.text("ns", "the NS name");
    static final Key ADDRESS = SECTION.text("address", "RFC 5952 or dotted quad");
    static final Key FAMILY = SECTION.whole("family", "4 or 6");
    static final Key LISTED =
            SECTION.words("listed", ListedWords.ALL, "which side names the server; absent where only the user does");
    static final Key ADDRESS_FROM =
            SECTION.word("address_from", Words.ADDRESS_SOURCES, "who supplied the address first");
    static final Key OPERATOR = SECTION.text("operator", "who runs the server");
    static final Key SOURCE = SECTION.text("source", "id of its source");
    static final Key OUTCOME = SECTION.word("outcome", Words.OUTCOMES, "what came of asking it");
    static final Key RCODE = SECTION.text("rcode", "response code, if a reply was read");
    static final Key AA = SECTION.truth("aa", "the reply was authoritative");
    static final Key RA = SECTION.truth("ra", "the server offers recursion");
    static final Key SERIAL = SECTION.uint32("serial", "the serial, usable or not");
    static final Key POSITION = SECTION.word("position", Words.POSITIONS, "where it stands to the reference");
    static final Key LAG = SECTION.signed("lag", "reference minus serial (RFC 1982), positive when behind");
    static final Key SOA =
            SECTION.object("soa", SoaFields.SECTION, "only if it differs from the record's in more than the serial");
    static final Key NS_SET = SECTION.texts("ns_set", "only if it differs from delegation.child_ns");
    static final Key RTT_MS = SECTION.decimal("rtt_ms", "round trip of the successful try");
    static final Key TRIES = SECTION.whole("tries", "datagrams and connections");
    static final Key PROTOCOL = SECTION.word("protocol", Words.TRANSPORTS, "what carried the reply");
    static final Key SENT_AT = SECTION.time("sent_at", "first send");
    static final Key ANSWERED_AT = SECTION.time("answered_at", "when the reply that counts arrived");
    static final Key DATA_HASH = SECTION.text("data_hash", "of the compared record sets");
    static final Key REPLY = SECTION.text("reply", "the reply in base64, kept on request");
    static final Key SIZE = SECTION.whole("size", "octets of the reply");
    static final Key NSID = SECTION.hex("nsid", "the instance's identity (RFC 5001)");
    static final Key NSID_TEXT = SECTION.text("nsid_text", "the same, readable");
    static final Key ZONEVERSION = SECTION.uint32("zoneversion", "serial of the ZONEVERSION option (RFC 9660)");
    static final Key EXPIRES_IN_S = SECTION.uint32("expires_in_s", "EXPIRE option (RFC 7314)");
    static final Key EDNS = SECTION.object("edns", EdnsFields.SECTION, "the reply's OPT record");
    static final Key SHARED = SECTION.truth("shared", "the address stands under an earlier NS name too");
    static final Key FLAGS = SECTION.texts("flags", "flags of this server alone");
    static final Key ERROR = SECTION.text("error", "for people, not for parsing");

    static {
        SECTION.require(NS, ADDRESS, FAMILY, ADDRESS_FROM, OPERATOR, OUTCOME);
    }

    /** Whether replies that were kept are written. */
    enum Replies {
        KEPT,
        LEFT_OUT
    }

    private static final int TRANSPORTS = Transport.values().length;

    private ServerFields() {}

    /** All rows, with the replies that were kept if the reader is to have them. */
    static void writeAll(ObjectWriter out, Key key, List<ServerRow> rows, Replies replies) {
        if (rows.isEmpty()) {
            return;
        }
        out.begin(key);
        for (int i = 0; i < rows.size(); i++) {
            out.beginItem();
            write(out, rows.get(i), replies == Replies.KEPT ? reply(rows.get(i)) : null);
            out.end();
        }
        out.endArray();
    }

    private static byte @Nullable [] reply(ServerRow row) {
        Observation.Kept kept = row.observation().kept();
        return kept == null ? null : kept.reply();
    }

    private static void write(ObjectWriter out, ServerRow row, byte @Nullable [] reply) {
        Observation.Kept kept = row.observation().kept();
        writeWho(out, row);
        writeWhat(out, row);
        writeCourse(out, row.observation());
        out.text(DATA_HASH, kept == null ? null : kept.dataHash());
        out.text(REPLY, reply == null ? null : Base64.getEncoder().encodeToString(reply));
        if (row.observation().size() > 0) {
            out.number(SIZE, row.observation().size());
        }
        writeEdns(out, row.observation().edns());
        out.truth(SHARED, row.repetition() == ServerRow.Repetition.SHARED);
        out.texts(FLAGS, row.flags());
        out.text(ERROR, row.observation().error());
    }

    private static void writeWho(ObjectWriter out, ServerRow row) {
        out.name(NS, row.ns().host());
        out.at(ADDRESS).address(row.address().octets());
        writePlace(out, row);
        out.repeated(OPERATOR, row.operator());
        out.repeated(SOURCE, row.source());
    }

    private static void writePlace(ObjectWriter out, ServerRow row) {
        NameServer.Listed listed = row.ns().listed();
        NameServer.AddressSource from = row.located().from();
        int family = row.address().family().number();
        long number = (long) from.ordinal() << 8 | (long) listed.ordinal() << 4 | family;
        Phrases known = out.repetitions().places();
        if (out.repeats(known, number)) {
            return;
        }
        int mark = out.mark();
        out.number(FAMILY, family);
        ListedWords.write(out, LISTED, listed);
        out.word(ADDRESS_FROM, Words.ADDRESS_SOURCES, from);
        out.keep(known, number, mark);
    }

    private static void writeWhat(ObjectWriter out, ServerRow row) {
        Observation seen = row.observation();
        writeAnswer(out, seen);
        SoaRecord soa = seen.soa();
        out.serial(SERIAL, soa == null ? null : soa.serial());
        writeStanding(out, row);
        out.object(SOA, row.soa(), SoaFields::writePlain);
        out.names(NS_SET, row.nsSet());
    }

    private static void writeAnswer(ObjectWriter out, Observation seen) {
        long number = numberOf(seen);
        Phrases known = out.repetitions().answers();
        if (out.repeats(known, number)) {
            return;
        }
        int mark = out.mark();
        out.word(OUTCOME, Words.OUTCOMES, seen.outcome());
        if (seen.rcode() >= 0) {
            out.text(RCODE, ResponseCodeText.of(seen.rcode()));
        }
        out.truth(AA, seen.authoritative());
        out.truth(RA, seen.recursionAvailable());
        out.keep(known, number, mark);
    }

    /** A number for outcome, response code and bits together. */
    private static long numberOf(Observation seen) {
        int bits = (seen.authoritative() ? 2 : 0) + (seen.recursionAvailable() ? 1 : 0);
        return (seen.rcode() + 1L) << 8 | (long) seen.outcome().ordinal() << 2 | bits;
    }

    private static void writeStanding(ObjectWriter out, ServerRow row) {
        Position position = row.position();
        long number = position == null || row.lag() != 0 ? Phrases.NONE : position.ordinal();
        Phrases known = out.repetitions().standings();
        if (out.repeats(known, number)) {
            return;
        }
        int mark = out.mark();
        out.word(POSITION, Words.POSITIONS, position);
        if (row.lag() != ServerRow.NO_LAG) {
            out.number(LAG, row.lag());
        }
        out.keep(known, number, mark);
    }

    private static void writeCourse(ObjectWriter out, Observation seen) {
        Course course = seen.course();
        if (course.tries() > 0) {
            out.thousandths(RTT_MS, course.rttNanos() < 0 ? -1 : course.rttNanos() / NANOS_PER_MICRO);
            writeWay(out, course);
            out.time(SENT_AT, millis(course.firstSentAt()));
            out.time(ANSWERED_AT, millis(course.answeredAt()));
        }
    }

    private static void writeWay(ObjectWriter out, Course course) {
        long number = (long) course.tries() * TRANSPORTS + course.transport().ordinal();
        Phrases known = out.repetitions().ways();
        if (out.repeats(known, number)) {
            return;
        }
        int mark = out.mark();
        out.number(TRIES, course.tries());
        out.word(PROTOCOL, Words.TRANSPORTS, course.transport());
        out.keep(known, number, mark);
    }

    private static long millis(long nanos) {
        return nanos < 0 ? -1 : nanos / NANOS_PER_MILLI;
    }

    private static void writeEdns(ObjectWriter out, @Nullable Edns edns) {
        if (edns == null) {
            return;
        }
        long number = numberOf(edns);
        Phrases known = out.repetitions().edns();
        if (out.repeats(known, number)) {
            return;
        }
        int mark = out.mark();
        writeOptions(out, edns);
        out.keep(known, number, mark);
    }

    /** A number for an OPT record without options. */
    private static long numberOf(Edns edns) {
        boolean isPlain = edns.nsid() == null
                && edns.zoneVersion() == null
                && edns.expireSeconds() < 0
                && edns.extendedErrors().isEmpty();
        return isPlain ? (long) edns.version() << 16 | edns.udpSize() : Phrases.NONE;
    }

    private static void writeOptions(ObjectWriter out, Edns edns) {
        byte[] nsid = edns.nsid();
        if (nsid != null && nsid.length > 0) {
            out.at(NSID).hex(nsid);
            out.at(NSID_TEXT).presentation(nsid);
        }
        Edns.ZoneVersion version = edns.zoneVersion();
        if (version != null) {
            out.number(ZONEVERSION, version.serial());
        }
        out.known(EXPIRES_IN_S, edns.expireSeconds());
        out.object(EDNS, edns, EdnsFields::write);
    }
}
