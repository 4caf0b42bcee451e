package org.zonedrift.output;

import java.util.Base64;
import java.util.HexFormat;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zonedrift.exchange.Course;
import org.zonedrift.probe.Observation;
import org.zonedrift.probe.Outcome;
import org.zonedrift.wire.Edns;
import org.zonedrift.wire.ResponseCodeText;
import org.zonedrift.zone.DomainName;
import org.zonedrift.zone.SerialNumber;
import org.zonedrift.zone.ServerAddress;
import org.zonedrift.zone.SoaRecord;

/** What a record says that each address said. */
final class ObservationReader {

    private static final long NANOS_PER_MICRO = 1_000;
    private static final long NANOS_PER_MILLI = 1_000_000;

    /** Stands in where a record shows a serial and nothing else of the SOA record. */
    private static final SoaRecord UNTOLD =
            new SoaRecord(DomainName.ROOT, DomainName.ROOT, SerialNumber.of(0), 0, 0, 0, 0, 0);

    private final DomainName zone;
    private final SoaRecord common;
    private final @Nullable Set<DomainName> childNs;

    ObservationReader(JsonObject record, DomainName zone) {
        this.zone = zone;
        JsonObject soa = record.object(RecordFields.SOA);
        this.common = soa == null ? UNTOLD : SoaFields.read(soa);
        JsonObject delegation = record.object(RecordFields.DELEGATION);
        this.childNs = delegation == null ? null : EvidenceReader.names(delegation.texts(DelegationFields.CHILD_NS));
    }

    Observation read(JsonObject row, ServerAddress address) {
        Outcome outcome = Outcome.valueOf(row.needed(ServerFields.OUTCOME));
        String rcode = row.text(ServerFields.RCODE);
        return new Observation(
                address,
                outcome,
                rcode == null ? -1 : ResponseCodeText.parse(rcode),
                row.truth(ServerFields.AA),
                row.truth(ServerFields.RA),
                soa(row),
                apexNs(row, outcome),
                edns(row),
                (int) row.number(ServerFields.SIZE, 0),
                course(row),
                Set.copyOf(row.texts(ServerFields.FLAGS)),
                row.text(ServerFields.ERROR),
                kept(row));
    }

    private @Nullable SoaRecord soa(JsonObject row) {
        long serial = row.number(ServerFields.SERIAL);
        JsonObject own = row.object(ServerFields.SOA);
        return serial < 0 ? null : withSerial(own == null ? common : SoaFields.read(own), serial);
    }

    private static SoaRecord withSerial(SoaRecord soa, long serial) {
        return new SoaRecord(
                soa.mname(),
                soa.rname(),
                SerialNumber.of(serial),
                soa.refresh(),
                soa.retry(),
                soa.expire(),
                soa.minimum(),
                soa.ttl());
    }

    /**
     * A server without a set of its own shows the common one, or was not asked for it: nothing that
     * is judged depends on which.
     */
    private @Nullable Set<DomainName> apexNs(JsonObject row, Outcome outcome) {
        Set<DomainName> own = EvidenceReader.names(row.texts(ServerFields.NS_SET));
        return own == null && outcome.isUsable() ? childNs : own;
    }

    private @Nullable Edns edns(JsonObject row) {
        JsonObject edns = row.object(ServerFields.EDNS);
        if (edns == null) {
            return null;
        }
        String nsid = row.text(ServerFields.NSID);
        long version = row.number(ServerFields.ZONEVERSION);
        return new Edns(
                (int) edns.number(EdnsFields.UDP_SIZE),
                (int) edns.number(EdnsFields.VERSION),
                0,
                nsid == null ? null : HexFormat.of().parseHex(nsid),
                version < 0 ? null : new Edns.ZoneVersion(zone.labelCount(), version),
                row.number(ServerFields.EXPIRES_IN_S),
                edns.numbers(EdnsFields.EDE).stream().map(Long::intValue).toList());
    }

    private static Course course(JsonObject row) {
        int tries = (int) row.number(ServerFields.TRIES, 0);
        if (tries == 0) {
            return Course.UNSENT;
        }
        boolean isTcp = "tcp".equals(row.text(ServerFields.PROTOCOL));
        long rttMicros = row.thousandths(ServerFields.RTT_MS);
        return new Course(
                isTcp ? 0 : tries,
                isTcp ? tries : 0,
                tries - 1,
                0,
                nanos(row.text(ServerFields.SENT_AT)),
                nanos(row.text(ServerFields.ANSWERED_AT)),
                rttMicros < 0 ? -1 : rttMicros * NANOS_PER_MICRO,
                0,
                0,
                Set.of());
    }

    private static long nanos(@Nullable String timestamp) {
        long millis = RecordReader.millis(timestamp);
        return millis < 0 ? -1 : millis * NANOS_PER_MILLI;
    }

    private static Observation.@Nullable Kept kept(JsonObject row) {
        String hash = row.text(ServerFields.DATA_HASH);
        String reply = row.text(ServerFields.REPLY);
        return hash == null && reply == null
                ? null
                : new Observation.Kept(
                        hash, reply == null ? null : Base64.getDecoder().decode(reply));
    }

    /** A host named in MNAME, of which a record tells only the best outcome and the serial. */
    Observation ofPrimary(ServerAddress address, Outcome outcome, long serial) {
        return new Observation(
                address,
                outcome,
                -1,
                outcome.isUsable(),
                false,
                serial < 0 ? null : withSerial(common, serial),
                null,
                null,
                0,
                Course.UNSENT,
                Set.of(),
                null,
                null);
    }
}
