package org.zonedrift.wire;

import io.netty.handler.codec.dns.DnsRecordType;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zonedrift.zone.DomainName;

/**
 * A parsed reply, owned by whoever holds it: nothing in it points into a buffer.
 *
 * @param flags the 16 bits that hold QR, opcode, AA, TC, RD, RA, AD, CD and the header's rcode
 * @param additionals only the addresses among them: nothing else there is ever used
 * @param edns the OPT record, or null when the message had none
 * @param size octets of the whole message
 * @param octets the message itself, where it was to be kept; else null
 */
public record DnsMessage(
        int flags,
        List<ResourceRecord> answers,
        List<ResourceRecord> authorities,
        List<ResourceRecord> additionals,
        @Nullable Edns edns,
        int size,
        byte @Nullable [] octets) {

    private static final int AA = 0x0400;
    private static final int TC = 0x0200;
    private static final int RA = 0x0080;
    private static final int AD = 0x0020;

    /** A message of which only what it says is kept. */
    public DnsMessage(
            int flags,
            List<ResourceRecord> answers,
            List<ResourceRecord> authorities,
            List<ResourceRecord> additionals,
            @Nullable Edns edns,
            int size) {
        this(flags, answers, authorities, additionals, edns, size, null);
    }

    /** The response code, the upper bits from EDNS included (RFC 6891 §6.1.3). */
    public int rcode() {
        return (flags & 0xf) | (edns == null ? 0 : edns.extendedRcode() << 4);
    }

    public boolean isAuthoritative() {
        return (flags & AA) != 0;
    }

    public boolean isTruncated() {
        return (flags & TC) != 0;
    }

    public boolean offersRecursion() {
        return (flags & RA) != 0;
    }

    public boolean isAuthenticated() {
        return (flags & AD) != 0;
    }

    /** Whether a record of this type stands in the answer section under this name. */
    public boolean answers(DomainName owner, DnsRecordType type) {
        for (ResourceRecord record : answers) {
            if (record.type() == type.intValue() && record.owner().equals(owner)) {
                return true;
            }
        }
        return false;
    }
}
