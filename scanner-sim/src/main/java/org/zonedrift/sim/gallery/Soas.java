package org.zonedrift.sim.gallery;

import org.zonedrift.zone.DomainName;
import org.zonedrift.zone.SoaRecord;

/** SOA records that differ from another in one thing. */
final class Soas {

    private Soas() {}

    static SoaRecord withSource(SoaRecord s, DomainName mname, DomainName rname) {
        return new SoaRecord(mname, rname, s.serial(), s.refresh(), s.retry(), s.expire(), s.minimum(), s.ttl());
    }

    static SoaRecord withMname(SoaRecord s, DomainName mname) {
        return withSource(s, mname, s.rname());
    }

    static SoaRecord withRname(SoaRecord s, String rname) {
        return withSource(s, s.mname(), DomainName.parse(rname));
    }

    static SoaRecord withRefreshAndRetry(SoaRecord s, long refresh, long retry) {
        return new SoaRecord(s.mname(), s.rname(), s.serial(), refresh, retry, s.expire(), s.minimum(), s.ttl());
    }

    static SoaRecord withExpire(SoaRecord s, long expire) {
        return new SoaRecord(s.mname(), s.rname(), s.serial(), s.refresh(), s.retry(), expire, s.minimum(), s.ttl());
    }

    static SoaRecord withMinimum(SoaRecord s, long minimum) {
        return new SoaRecord(s.mname(), s.rname(), s.serial(), s.refresh(), s.retry(), s.expire(), minimum, s.ttl());
    }

    static SoaRecord withTtl(SoaRecord s, long ttl) {
        return new SoaRecord(s.mname(), s.rname(), s.serial(), s.refresh(), s.retry(), s.expire(), s.minimum(), ttl);
    }
}
