package org.zonedrift.delegation;

import java.util.List;
import org.zonedrift.wire.RecordType;
import org.zonedrift.wire.ResourceRecord;
import org.zonedrift.zone.Delegation;

/** What the servers of a zone would say about a name in it that is not delegated, without being asked. */
final class KnownWord {

    /** What a zone file says holds for as long as a run goes on. */
    private static final long TTL_SECONDS = Lifetimes.ABSENT_MAX_SECONDS;

    private KnownWord() {}

    static Said of(Delegation known, int type) {
        if (known.standing() == Delegation.Standing.DENIED_BY_PARENT) {
            return new Said.Denied(known.source().parentZone(), TTL_SECONDS);
        }
        List<ResourceRecord> records = known.glue().stream()
                .<ResourceRecord>map(glue -> new ResourceRecord.Address(
                        known.zone(),
                        glue.address().octets().length == 4 ? RecordType.A : RecordType.AAAA,
                        TTL_SECONDS,
                        glue.address().octets()))
                .filter(record -> record.type() == type)
                .toList();
        return records.isEmpty()
                ? new Said.Nothing(known.source().parentZone(), TTL_SECONDS)
                : new Said.Records(records);
    }
}
