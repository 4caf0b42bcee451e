package org.zonedrift.sim.resolver;

import org.jspecify.annotations.Nullable;
import org.zonedrift.zone.DomainName;
import org.zonedrift.zone.SerialNumber;
import org.zonedrift.zone.SoaRecord;

/** What there is to be said about every name, were a resolver perfect. */
@FunctionalInterface
public interface Knowledge {

    /** How long whatever is not an SOA record may be kept. */
    int USUAL_TTL = 3_600;

    /** The truth about a name and type at an instant in milliseconds since 1970. */
    Fact about(DomainName name, int type, long millis);

    /**
     * One truth.
     *
     * @param zone the zone that the name belongs to
     * @param soa its SOA record, or null where there is none to show
     * @param address what an A or AAAA record holds, or null
     */
    record Fact(Kind kind, DomainName zone, @Nullable SoaRecord soa, byte @Nullable [] address) {

        Fact serialBehind(long versions) {
            SoaRecord now = soa;
            return now == null ? this : new Fact(kind, zone, behind(now, versions), address);
        }

        private static SoaRecord behind(SoaRecord now, long versions) {
            SerialNumber old = SerialNumber.of(now.serial().value() - versions & 0xffff_ffffL);
            return new SoaRecord(
                    now.mname(), now.rname(), old, now.refresh(), now.retry(), now.expire(), now.minimum(), now.ttl());
        }
    }

    /** What kind of truth it is. */
    enum Kind {
        ADDRESS,
        SOA,
        NO_DATA,
        NO_NAME
    }

    /**
     * A world without a server in it: every name has addresses but those whose first label begins
     * with "none"; every name of two labels is a zone with the serial 7.
     */
    static Knowledge plain() {
        return new PlainKnowledge();
    }
}
