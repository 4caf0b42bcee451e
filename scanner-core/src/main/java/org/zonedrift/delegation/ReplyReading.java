package org.zonedrift.delegation;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.zonedrift.wire.DnsMessage;
import org.zonedrift.wire.RecordType;
import org.zonedrift.wire.ResourceRecord;
import org.zonedrift.wire.ResponseCode;
import org.zonedrift.wire.ResponseCodeText;
import org.zonedrift.zone.Delegation;
import org.zonedrift.zone.DomainName;
import org.zonedrift.zone.ServerAddress;

/**
 * Reads what a server of one zone may say about one name, and drops what it has no right to say:
 * referrals that do not lead down (RFC 5452 §6), and addresses outside its zone.
 */
final class ReplyReading {

    /** Without an SOA record nothing says how long a negative answer holds; RFC 2308 §5 then asks for caution. */
    private static final long UNSTATED_TTL_SECONDS = 60;

    private final DomainName zone;
    private final DomainName name;
    private final int type;
    private final int port;

    ReplyReading(DomainName zone, DomainName name, int type, int port) {
        this.zone = zone;
        this.name = name;
        this.type = type;
        this.port = port;
    }

    Said read(DnsMessage reply) {
        int rcode = reply.rcode();
        if (rcode != ResponseCode.NOERROR && rcode != ResponseCode.NXDOMAIN) {
            return new Said.Useless(Said.Fault.LAME, ResponseCodeText.of(rcode));
        }
        return reply.isAuthoritative() ? readAuthoritative(reply) : readPointer(reply);
    }

    private Said readAuthoritative(DnsMessage reply) {
        List<ResourceRecord> wanted = new ArrayList<>();
        for (ResourceRecord record : reply.answers()) {
            if (record.type() == RecordType.DNAME
                    && name.isBelow(record.owner())
                    && record.owner().isAtOrBelow(zone)) {
                return new Said.Redirected(record.owner());
            }
            if (record.type() == type && record.owner().equals(name)) {
                wanted.add(record);
            }
        }
        if (!wanted.isEmpty()) {
            return new Said.Records(wanted);
        }
        for (ResourceRecord record : reply.answers()) {
            if (record instanceof ResourceRecord.Pointer pointer
                    && pointer.type() == RecordType.CNAME
                    && pointer.owner().equals(name)) {
                return new Said.Alias(pointer.target(), pointer.ttl());
            }
        }
        return readNegative(reply);
    }

    private Said readNegative(DnsMessage reply) {
        ResourceRecord.@Nullable Soa soa = soaAbove(reply);
        DomainName told = soa == null ? null : soa.owner();
        long ttl = soa == null ? UNSTATED_TTL_SECONDS : soa.soa().negativeTtl();
        if (reply.rcode() == ResponseCode.NXDOMAIN) {
            return new Said.Denied(told, ttl);
        }
        // Some servers set AA in referrals; an SOA record tells a negative answer from one.
        Said.@Nullable Referral referral = soa == null ? referral(reply) : null;
        if (referral != null) {
            return referral;
        }
        // A delegation is not denied by saying nothing of it; of addresses, too many servers do just that.
        return soa == null && type == RecordType.NS
                ? new Said.Useless(Said.Fault.LAME, "no such data, and no SOA record that says so")
                : new Said.Nothing(told, ttl);
    }

    private Said readPointer(DnsMessage reply) {
        if (reply.rcode() != ResponseCode.NOERROR || !reply.answers().isEmpty() || soaAbove(reply) != null) {
            return new Said.Useless(Said.Fault.LAME, "an answer without authority");
        }
        Said.@Nullable Referral referral = referral(reply);
        return referral != null ? referral : new Said.Useless(Said.Fault.LAME, "no referral that leads down");
    }

    private ResourceRecord.@Nullable Soa soaAbove(DnsMessage reply) {
        for (ResourceRecord record : reply.authorities()) {
            if (record instanceof ResourceRecord.Soa soa
                    && name.isAtOrBelow(soa.owner())
                    && soa.owner().isAtOrBelow(zone)) {
                return soa;
            }
        }
        return null;
    }

    private Said.@Nullable Referral referral(DnsMessage reply) {
        DomainName cut = deepestCut(reply);
        if (cut == null) {
            return null;
        }
        TreeSet<DomainName> hosts = new TreeSet<>();
        long ttl = Long.MAX_VALUE;
        for (ResourceRecord record : reply.authorities()) {
            if (isNameServerOf(cut, record) && record instanceof ResourceRecord.Pointer pointer) {
                hosts.add(pointer.target());
                ttl = Math.min(ttl, pointer.ttl());
            }
        }
        List<Delegation.Glue> glue = new ArrayList<>();
        int dropped = 0;
        for (ResourceRecord record : reply.additionals()) {
            if (record instanceof ResourceRecord.Address address) {
                if (hosts.contains(address.owner()) && address.owner().isAtOrBelow(zone)) {
                    glue.add(new Delegation.Glue(address.owner(), ServerAddress.of(address.octets(), port)));
                } else {
                    dropped++;
                }
            }
        }
        return new Said.Referral(cut, List.copyOf(hosts), ttl, glue, dropped);
    }

    private @Nullable DomainName deepestCut(DnsMessage reply) {
        DomainName deepest = null;
        for (ResourceRecord record : reply.authorities()) {
            DomainName owner = record.owner();
            boolean leadsDown = record.type() == RecordType.NS && owner.isBelow(zone) && name.isAtOrBelow(owner);
            if (leadsDown && (deepest == null || owner.isBelow(deepest))) {
                deepest = owner;
            }
        }
        return deepest;
    }

    private static boolean isNameServerOf(DomainName cut, ResourceRecord record) {
        return record.type() == RecordType.NS && record.owner().equals(cut);
    }
}
