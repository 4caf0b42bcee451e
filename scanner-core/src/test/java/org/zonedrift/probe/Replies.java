package org.zonedrift.probe;

import io.netty.handler.codec.dns.DnsRecordType;
import java.util.List;
import java.util.Set;
import org.zonedrift.exchange.Answer;
import org.zonedrift.exchange.Course;
import org.zonedrift.wire.DnsMessage;
import org.zonedrift.wire.Edns;
import org.zonedrift.wire.ResourceRecord;
import org.zonedrift.zone.DomainName;
import org.zonedrift.zone.SerialNumber;
import org.zonedrift.zone.SoaRecord;

/** Replies of servers, written by hand. */
final class Replies {

    static final int AA = 0x8400;
    static final int NOT_AA = 0x8000;
    static final int RA = 0x0080;
    static final List<ResourceRecord> NOTHING = List.of();

    private Replies() {}

    static DnsMessage reply(int flags, List<ResourceRecord> answers, List<ResourceRecord> authorities) {
        return new DnsMessage(flags, answers, authorities, List.of(), null, 100);
    }

    static DnsMessage rcode(int rcode) {
        return reply(NOT_AA | rcode, NOTHING, NOTHING);
    }

    static DnsMessage saying(long serial) {
        return reply(AA, List.of(soa("t.lab", serial)), NOTHING);
    }

    static DnsMessage with(Edns edns, DnsMessage reply) {
        return new DnsMessage(
                reply.flags(), reply.answers(), reply.authorities(), reply.additionals(), edns, reply.size());
    }

    static ResourceRecord soa(String owner, long serial) {
        SoaRecord soa = new SoaRecord(
                DomainName.parse("ns1.t.lab"),
                DomainName.parse("hostmaster.t.lab"),
                SerialNumber.of(serial),
                7200,
                3600,
                1209600,
                3600,
                3600);
        return new ResourceRecord.Soa(DomainName.parse(owner), soa);
    }

    static ResourceRecord ns(String owner, String target) {
        return pointer(owner, DnsRecordType.NS, target);
    }

    static ResourceRecord cname(String owner, String target) {
        return pointer(owner, DnsRecordType.CNAME, target);
    }

    private static ResourceRecord pointer(String owner, DnsRecordType type, String target) {
        return new ResourceRecord.Pointer(DomainName.parse(owner), type.intValue(), 3600, DomainName.parse(target));
    }

    static Answer answer(DnsMessage reply) {
        return new Answer.Reply(reply, course(Set.of()));
    }

    static Answer silence(Answer.Silence why, Course.Oddity... oddities) {
        return new Answer.NoReply(why, new Course(3, 0, 2, 3, 1, -1, -1, 120, 0, Set.of(oddities)));
    }

    static Course course(Set<Course.Oddity> oddities) {
        return new Course(1, 0, 0, 0, 1, 2, 1, 40, 100, oddities);
    }
}
