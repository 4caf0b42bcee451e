package org.zonedrift.sim.resolver;

import java.nio.charset.StandardCharsets;
import org.zonedrift.wire.RecordType;
import org.zonedrift.zone.DomainName;
import org.zonedrift.zone.SerialNumber;
import org.zonedrift.zone.SoaRecord;

/** Knowledge of a world that follows from the names alone. */
final class PlainKnowledge implements Knowledge {

    private static final int ZONE_LABELS = 2;
    private static final long SERIAL = 7;

    @Override
    public Fact about(DomainName name, int type, long millis) {
        DomainName zone = name.ancestor(Math.min(ZONE_LABELS, name.labelCount()));
        SoaRecord soa = soa(zone);
        if (new String(name.label(0), StandardCharsets.US_ASCII).startsWith("none")) {
            return new Fact(Kind.NO_NAME, zone, soa, null);
        }
        if (type == RecordType.SOA && name.equals(zone)) {
            return new Fact(Kind.SOA, zone, soa, null);
        }
        if (type == RecordType.A || type == RecordType.AAAA) {
            return new Fact(Kind.ADDRESS, zone, soa, Numbered.address(name, type == RecordType.A ? 4 : 16));
        }
        return new Fact(Kind.NO_DATA, zone, soa, null);
    }

    private static SoaRecord soa(DomainName zone) {
        DomainName host = zone.child("ns1");
        return new SoaRecord(host, host, SerialNumber.of(SERIAL), 3_600, 600, 604_800, 300, USUAL_TTL);
    }
}
