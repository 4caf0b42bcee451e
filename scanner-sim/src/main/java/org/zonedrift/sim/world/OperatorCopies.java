package org.zonedrift.sim.world;

import java.time.Instant;
import java.util.List;
import org.zonedrift.zone.DomainName;
import org.zonedrift.zone.SerialNumber;
import org.zonedrift.zone.SoaRecord;

/** The contents of the zones that keep the world together: registries and operators' own. */
final class OperatorCopies {

    private static final long DAY = 86_400;

    private final long serial;

    OperatorCopies(Instant reference) {
        this.serial = reference.getEpochSecond() / DAY * DAY;
    }

    /** What all servers of such a zone hold; the first of them is the primary. */
    Copy of(DomainName apex, List<DomainName> hosts) {
        DomainName mailbox = apex.isRoot() ? DomainName.parse("hostmaster.nic.sim") : apex.child("hostmaster");
        SoaRecord soa =
                new SoaRecord(hosts.get(0), mailbox, SerialNumber.of(serial), 7_200, 3_600, 14 * DAY, 3_600, DAY);
        return new Copy(soa, Course.fixed(serial), hosts);
    }
}
