package org.zonedrift.wire;

import org.zonedrift.wire.ResourceRecord.Soa;
import org.zonedrift.zone.DomainName;
import org.zonedrift.zone.SerialNumber;
import org.zonedrift.zone.SoaRecord;

/** Reads SOA records; what repeats the last word on a zone is the same object. Confined to its lane. */
final class SoaReader {

    private final NameReader names;
    private final LastWords known;

    private DomainName mname = DomainName.ROOT;
    private DomainName rname = DomainName.ROOT;
    private long serial;
    private long refresh;
    private long retry;
    private long expire;
    private long minimum;

    SoaReader(NameReader names, LastWords known) {
        this.names = names;
        this.known = known;
    }

    /** The record whose data begins at the cursor. */
    Soa read(Cursor cursor, DomainName owner, long ttl) {
        mname = names.read(cursor);
        rname = names.read(cursor);
        serial = cursor.u32();
        refresh = cursor.u32();
        retry = cursor.u32();
        expire = cursor.u32();
        minimum = cursor.u32();
        LastWord last = known.at(owner);
        if (last != null && saysWhatWasRead(last.soa(), owner, ttl)) {
            return last.soa();
        }
        SerialNumber number = SerialNumber.of(serial);
        Soa fresh = new Soa(owner, new SoaRecord(mname, rname, number, refresh, retry, expire, minimum, ttl));
        known.hear(fresh);
        return fresh;
    }

    private boolean saysWhatWasRead(Soa there, DomainName owner, long ttl) {
        SoaRecord soa = there.soa();
        return there.owner().equals(owner)
                && there.ttl() == ttl
                && soa.serial().value() == serial
                && soa.refresh() == refresh
                && soa.retry() == retry
                && soa.expire() == expire
                && soa.minimum() == minimum
                && soa.mname().equals(mname)
                && soa.rname().equals(rname);
    }
}
