package org.zonedrift.zone;

/**
 * What an SOA record says. Timers and TTL are seconds, unsigned 32-bit values (0 to 4294967295).
 *
 * @param mname the name server that the zone calls its primary
 * @param rname the mailbox of the person responsible, as a name
 */
public record SoaRecord(
        DomainName mname,
        DomainName rname,
        SerialNumber serial,
        long refresh,
        long retry,
        long expire,
        long minimum,
        long ttl) {

    /** How long a negative answer may be kept (RFC 2308 §5). */
    public long negativeTtl() {
        return Math.min(minimum, ttl);
    }
}
