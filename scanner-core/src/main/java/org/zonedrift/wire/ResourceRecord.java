package org.zonedrift.wire;

import org.zonedrift.zone.DomainName;
import org.zonedrift.zone.SoaRecord;

/** One record of a reply: the kinds that the scanner reads, and all others by their octets. */
public sealed interface ResourceRecord {

    DomainName owner();

    /** The record type's number. */
    int type();

    /** Seconds; values with the top bit set count as 0 (RFC 2181 §8). */
    long ttl();

    /** The SOA record; its {@code soa().ttl()} is this record's TTL. */
    record Soa(DomainName owner, SoaRecord soa) implements ResourceRecord {
        @Override
        public int type() {
            return 6;
        }

        @Override
        public long ttl() {
            return soa.ttl();
        }
    }

    /** NS, CNAME or DNAME: a record whose data is one name. */
    record Pointer(DomainName owner, int type, long ttl, DomainName target) implements ResourceRecord {}

    /** A or AAAA: 4 or 16 octets, never to be changed. */
    record Address(DomainName owner, int type, long ttl, byte[] octets) implements ResourceRecord {}

    /**
     * Any other record. Names inside the data are as they stood, save for MX, whose exchange is
     * written out uncompressed and folded, so that equal data has equal octets.
     */
    record Other(DomainName owner, int type, long ttl, byte[] data) implements ResourceRecord {}
}
