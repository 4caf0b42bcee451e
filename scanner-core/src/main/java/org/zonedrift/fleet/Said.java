package org.zonedrift.fleet;

import java.util.Arrays;
import java.util.List;
import org.zonedrift.wire.DnsMessage;
import org.zonedrift.wire.ResourceRecord;
import org.zonedrift.zone.SoaRecord;

/**
 * The gist of an answer: its response code, and its records without their order and TTLs.
 *
 * @param data equal for equal answer sections; 0 for an empty one
 */
record Said(int rcode, long data) {

    private static final int RRSIG = 46;
    private static final int CNAME = 5;
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    static Said of(DnsMessage message) {
        long data = 0;
        List<ResourceRecord> records = message.answers();
        for (int i = 0; i < records.size(); i++) {
            data += gist(records.get(i));
        }
        return new Said(message.rcode(), data);
    }

    /** Signatures change by themselves; of a chain of aliases only its end matters. */
    private static long gist(ResourceRecord record) {
        if (record.type() == RRSIG || record.type() == CNAME) {
            return 0;
        }
        long gist = record.type() * SPREAD;
        if (record instanceof ResourceRecord.Address address) {
            gist += Arrays.hashCode(address.octets());
        } else if (record instanceof ResourceRecord.Pointer pointer) {
            gist += pointer.target().hashCode();
        } else if (record instanceof ResourceRecord.Other other) {
            gist += Arrays.hashCode(other.data());
        } else if (record instanceof ResourceRecord.Soa soa) {
            gist += constant(soa.soa());
        }
        return mixed(gist);
    }

    /** What of an SOA record does not change with every version: an old one is not wrong data. */
    private static long constant(SoaRecord soa) {
        return soa.mname().hashCode() * 31L + soa.rname().hashCode();
    }

    private static long mixed(long bits) {
        long mixed = (bits ^ bits >>> 32) * SPREAD;
        return mixed ^ mixed >>> 29;
    }

    /** Whether it is one that a lookup is served by. */
    boolean isConclusive() {
        return !Tally.isFailure(rcode);
    }

    boolean isNxdomain() {
        return rcode == 3;
    }
}
