package org.zonedrift.output;

import org.zonedrift.verdict.Mailbox;
import org.zonedrift.zone.DomainName;
import org.zonedrift.zone.SerialNumber;
import org.zonedrift.zone.SoaRecord;

/** {@code soa}: an SOA record. */
final class SoaFields {

    static final Section SECTION = new Section("soa");

    static final Key MNAME = SECTION.text("mname", "the server that the zone calls its primary");
    static final Key RNAME = SECTION.text("rname", "the mailbox of the person responsible, as a name");
    static final Key MAILBOX = SECTION.text("mailbox", "that mailbox as an address");
    static final Key SERIAL = SECTION.uint32("serial", "version of the zone");
    static final Key REFRESH = SECTION.uint32("refresh", "seconds");
    static final Key RETRY = SECTION.uint32("retry", "seconds");
    static final Key EXPIRE = SECTION.uint32("expire", "seconds");
    static final Key MINIMUM = SECTION.uint32("minimum", "seconds");
    static final Key TTL = SECTION.uint32("ttl", "TTL of the SOA record itself, seconds");
    static final Key NEGATIVE_TTL = SECTION.uint32("negative_ttl", "how long a negative answer may be kept, seconds");

    static {
        SECTION.require(MNAME, RNAME, SERIAL, REFRESH, RETRY, EXPIRE, MINIMUM, TTL);
    }

    private SoaFields() {}

    /** The record's own SOA, with what follows from it. */
    static void write(ObjectWriter out, SoaRecord soa) {
        out.name(MNAME, soa.mname());
        out.name(RNAME, soa.rname());
        writeMailbox(out, soa.rname());
        out.serial(SERIAL, soa.serial());
        writeTimers(out, soa);
        out.number(NEGATIVE_TTL, soa.negativeTtl());
    }

    private static void writeMailbox(ObjectWriter out, DomainName rname) {
        if (Mailbox.isPlain(rname)) {
            out.plainMailbox(MAILBOX, rname);
        } else {
            out.text(MAILBOX, Mailbox.addressOf(rname));
        }
    }

    /** One server's SOA, only what was on the wire. */
    static void writePlain(ObjectWriter out, SoaRecord soa) {
        out.name(MNAME, soa.mname());
        out.name(RNAME, soa.rname());
        out.serial(SERIAL, soa.serial());
        writeTimers(out, soa);
    }

    static SoaRecord read(JsonObject json) {
        return new SoaRecord(
                DomainName.parse(json.needed(MNAME)),
                DomainName.parse(json.needed(RNAME)),
                SerialNumber.of(json.number(SERIAL)),
                json.number(REFRESH),
                json.number(RETRY),
                json.number(EXPIRE),
                json.number(MINIMUM),
                json.number(TTL));
    }

    private static void writeTimers(ObjectWriter out, SoaRecord soa) {
        out.number(REFRESH, soa.refresh());
        out.number(RETRY, soa.retry());
        out.number(EXPIRE, soa.expire());
        out.number(MINIMUM, soa.minimum());
        out.number(TTL, soa.ttl());
    }
}
