package org.zonedrift.fleet;

import org.jspecify.annotations.Nullable;
import org.zonedrift.wire.DnsMessage;
import org.zonedrift.wire.ResourceRecord;
import org.zonedrift.zone.DomainName;
import org.zonedrift.zone.SerialNumber;

/**
 * What a resolver said when it was asked for an SOA record.
 *
 * @param zone the zone whose record it showed
 * @param ttl seconds for which it may go on showing it
 * @param knownStale whether it said itself that its data has expired (RFC 8767)
 */
public record SoaLook(DomainName zone, SerialNumber serial, long ttl, boolean knownStale) {

    private static final int STALE_ANSWER = 3;
    private static final int STALE_NXDOMAIN_ANSWER = 19;

    /** The SOA record of a reply, wherever it stands; null where there is none. */
    static @Nullable SoaLook of(DnsMessage message) {
        SoaLook inAnswer = of(message, message.answers());
        return inAnswer != null ? inAnswer : of(message, message.authorities());
    }

    private static @Nullable SoaLook of(DnsMessage message, Iterable<ResourceRecord> records) {
        for (ResourceRecord record : records) {
            if (record instanceof ResourceRecord.Soa soa) {
                return new SoaLook(soa.owner(), soa.soa().serial(), soa.ttl(), saysStale(message));
            }
        }
        return null;
    }

    private static boolean saysStale(DnsMessage message) {
        var edns = message.edns();
        return edns != null
                && (edns.extendedErrors().contains(STALE_ANSWER)
                        || edns.extendedErrors().contains(STALE_NXDOMAIN_ANSWER));
    }
}
