package org.zonedrift.probe;

import io.netty.handler.codec.dns.DnsRecordType;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zonedrift.wire.DnsMessage;
import org.zonedrift.wire.ResourceRecord;
import org.zonedrift.wire.ResourceRecord.Pointer;
import org.zonedrift.wire.ResourceRecord.Soa;
import org.zonedrift.zone.DomainName;
import org.zonedrift.zone.SoaRecord;

/** What a reply to a SOA question says: the table of §2.7, stage 3, from top to bottom. */
record SoaAnswer(Outcome outcome, @Nullable SoaRecord soa, Set<String> flags) {

    private static final int NOERROR = 0;
    private static final int FORMERR = 1;
    private static final int SERVFAIL = 2;
    private static final int NXDOMAIN = 3;
    private static final int NOTIMP = 4;
    private static final int REFUSED = 5;
    private static final int NOTAUTH = 9;

    private static final String SOA_IN_AUTHORITY = "soa-in-authority";
    private static final String SOA_OF_ANCESTOR = "soa-of-ancestor";
    private static final String EMPTY_ANSWER = "empty-answer";

    private SoaAnswer(Outcome outcome) {
        this(outcome, null, Set.of());
    }

    static SoaAnswer read(DomainName zone, DnsMessage reply) {
        int rcode = reply.rcode();
        boolean hasCname = reply.answers(zone, DnsRecordType.CNAME);
        if (rcode != NOERROR && (rcode != NXDOMAIN || !hasCname)) {
            return new SoaAnswer(byRcode(rcode));
        }
        if (hasCname) {
            return new SoaAnswer(Outcome.CNAME);
        }
        SoaAnswer fromAnswers = fromAnswers(zone, reply);
        return fromAnswers != null ? fromAnswers : fromAuthorities(zone, reply);
    }

    private static Outcome byRcode(int rcode) {
        return switch (rcode) {
            case FORMERR -> Outcome.FORMERR;
            case SERVFAIL -> Outcome.SERVFAIL;
            case NXDOMAIN -> Outcome.NXDOMAIN;
            case NOTIMP -> Outcome.NOTIMP;
            case REFUSED -> Outcome.REFUSED;
            case NOTAUTH -> Outcome.NOTAUTH;
            default -> Outcome.RCODE_OTHER;
        };
    }

    /** Looks at every record: signatures may stand before the SOA, and a SOA may stand there twice. */
    private static @Nullable SoaAnswer fromAnswers(DomainName zone, DnsMessage reply) {
        SoaRecord own = null;
        boolean foreign = false;
        for (ResourceRecord record : reply.answers()) {
            if (!(record instanceof Soa found)) {
                continue;
            }
            if (!found.owner().equals(zone)) {
                foreign = true;
            } else if (own == null) {
                own = found.soa();
            } else if (!hasSameData(own, found.soa())) {
                return new SoaAnswer(Outcome.MULTIPLE_SOA);
            }
        }
        if (own != null) {
            return new SoaAnswer(reply.isAuthoritative() ? Outcome.OK : Outcome.NON_AUTHORITATIVE, own, Set.of());
        }
        return foreign ? new SoaAnswer(Outcome.WRONG_OWNER) : null;
    }

    private static boolean hasSameData(SoaRecord one, SoaRecord other) {
        return one.mname().equals(other.mname())
                && one.rname().equals(other.rname())
                && one.serial().equals(other.serial())
                && one.refresh() == other.refresh()
                && one.retry() == other.retry()
                && one.expire() == other.expire()
                && one.minimum() == other.minimum();
    }

    private static SoaAnswer fromAuthorities(DomainName zone, DnsMessage reply) {
        for (ResourceRecord record : reply.authorities()) {
            if (record instanceof Soa found) {
                return noData(zone, found);
            }
        }
        Outcome referral = referral(zone, reply.authorities());
        if (referral != null) {
            return new SoaAnswer(referral);
        }
        boolean empty = reply.answers().isEmpty() && reply.authorities().isEmpty();
        return new SoaAnswer(Outcome.NO_SOA, null, empty ? Set.of(EMPTY_ANSWER) : Set.of());
    }

    private static SoaAnswer noData(DomainName zone, Soa found) {
        if (found.owner().equals(zone)) {
            return new SoaAnswer(Outcome.NO_SOA, found.soa(), Set.of(SOA_IN_AUTHORITY));
        }
        Set<String> flags = zone.isBelow(found.owner()) ? Set.of(SOA_OF_ANCESTOR) : Set.of();
        return new SoaAnswer(Outcome.NO_SOA, null, flags);
    }

    /** Where the NS records of a referral point; a referral up outranks one to the zone itself. */
    private static @Nullable Outcome referral(DomainName zone, List<ResourceRecord> authorities) {
        Outcome referral = null;
        for (ResourceRecord record : authorities) {
            if (record.type() != DnsRecordType.NS.intValue()) {
                continue;
            }
            if (zone.isBelow(record.owner())) {
                return Outcome.UPWARD_REFERRAL;
            }
            if (record.owner().equals(zone)) {
                referral = Outcome.SELF_REFERRAL;
            } else if (referral == null) {
                referral = Outcome.REFERRAL;
            }
        }
        return referral;
    }

    /** The targets of the zone's own NS records among these; empty where there are none. */
    static Set<DomainName> apexNs(DomainName zone, List<ResourceRecord> records) {
        Set<DomainName> names = null;
        for (ResourceRecord record : records) {
            if (record instanceof Pointer pointer
                    && pointer.type() == DnsRecordType.NS.intValue()
                    && pointer.owner().equals(zone)) {
                names = names == null ? new HashSet<>() : names;
                names.add(pointer.target());
            }
        }
        return names == null ? Set.of() : names;
    }
}
