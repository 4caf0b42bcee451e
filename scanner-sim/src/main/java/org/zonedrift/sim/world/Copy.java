package org.zonedrift.sim.world;

import java.util.List;
import org.zonedrift.zone.DomainName;
import org.zonedrift.zone.SoaRecord;

/**
 * One version of a zone, as a server holds it.
 *
 * @param soa its SOA record; the serial in it is that of the beginning
 * @param apexNs the NS set at the apex
 */
public record Copy(SoaRecord soa, Course serial, List<DomainName> apexNs) {

    public Copy {
        apexNs = List.copyOf(apexNs);
    }

    /** The SOA record at an instant, in milliseconds since 1970. */
    public SoaRecord soaAt(long millis) {
        SoaRecord s = soa;
        return new SoaRecord(
                s.mname(), s.rname(), serial.at(millis), s.refresh(), s.retry(), s.expire(), s.minimum(), s.ttl());
    }
}
