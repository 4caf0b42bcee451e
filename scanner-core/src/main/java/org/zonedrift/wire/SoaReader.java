package org.zonedrift.wire;

import org.jspecify.annotations.Nullable;
import org.zonedrift.wire.ResourceRecord.Soa;
import org.zonedrift.zone.DomainName;
import org.zonedrift.zone.SerialNumber;
import org.zonedrift.zone.SoaRecord;

/**
 * Reads SOA records. Most servers of a zone say the same of it, one soon after the other, so that
 * one object does for all of them. Confined to its lane.
 */
final class SoaReader {

    /** As many as zones are usually in flight; some 150 octets each, names apart. A power of two. */
    private static final int PLACES = 1 << 12;

    private final NameReader names;
    private final @Nullable Soa[] known = new Soa[PLACES];

    private DomainName mname = DomainName.ROOT;
    private DomainName rname = DomainName.ROOT;
    private long serial;
    private long refresh;
    private long retry;
    private long expire;
    private long minimum;

    SoaReader(NameReader names) {
        this.names = names;
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
        int place = owner.hashCode() & PLACES - 1;
        Soa there = known[place];
        if (there != null && there.owner().equals(owner) && there.ttl() == ttl && saysWhatWasRead(there.soa())) {
            return there;
        }
        SerialNumber number = SerialNumber.of(serial);
        Soa fresh = new Soa(owner, new SoaRecord(mname, rname, number, refresh, retry, expire, minimum, ttl));
        known[place] = fresh;
        return fresh;
    }

    private boolean saysWhatWasRead(SoaRecord soa) {
        return soa.serial().value() == serial
                && soa.refresh() == refresh
                && soa.retry() == retry
                && soa.expire() == expire
                && soa.minimum() == minimum
                && soa.mname().equals(mname)
                && soa.rname().equals(rname);
    }
}
