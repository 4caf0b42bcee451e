package org.zonedrift.delegation;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Consumer;
import org.zonedrift.wire.DnsMessage;
import org.zonedrift.wire.RecordType;
import org.zonedrift.wire.ResourceRecord;
import org.zonedrift.wire.ResponseCode;
import org.zonedrift.zone.DomainName;
import org.zonedrift.zone.NameServer.Trouble;
import org.zonedrift.zone.ServerAddress;

/**
 * The look-up of one host's addresses through the user's resolvers. Where they fail that do well
 * otherwise, or pass on what tells nothing, the result says so: the host's own servers may know.
 */
final class ResolverHostLookUp {

    private final LaneBook book;
    private final ResolverFleet fleet;
    private final DomainName host;
    private final Errand errand;
    private final Consumer<Whereabouts> done;
    private final List<ServerAddress> addresses = new ArrayList<>(4);
    private final EnumSet<HostFlag> flags = HostFlag.none();
    private long ttl = Lifetimes.FOUND_MAX_SECONDS;
    private Trouble trouble = Trouble.NODATA;

    ResolverHostLookUp(LaneBook book, ResolverFleet fleet, DomainName host, Errand errand, Consumer<Whereabouts> done) {
        this.book = book;
        this.fleet = fleet;
        this.host = host;
        this.errand = errand;
        this.done = done;
    }

    void go() {
        ask(RecordType.A, mayHaveMore -> {
            if (mayHaveMore) {
                ask(RecordType.AAAA, more -> finish());
            } else {
                finish();
            }
        });
    }

    private void ask(int type, Consumer<Boolean> mayHaveMore) {
        new ResolverQuestion(fleet, host, type, errand, this::saysSomething)
                .ask(verdict -> mayHaveMore.accept(heard(type, verdict)));
    }

    /** Some resolvers leave the SOA record out when they deny one of two types: no harm is done then. */
    private boolean saysSomething(DnsMessage message) {
        return message.rcode() == ResponseCode.NXDOMAIN
                || !message.answers().isEmpty()
                || !addresses.isEmpty()
                || message.authorities().stream().anyMatch(record -> record.type() == RecordType.SOA);
    }

    /** Notes what was said; answers whether the other type is worth a question. */
    private boolean heard(int type, ResolverQuestion.Verdict verdict) {
        DnsMessage message = verdict.message();
        if (message == null) {
            trouble = verdict.failure() == ResolverQuestion.Failure.TIMEOUT ? Trouble.TIMEOUT : Trouble.SERVFAIL;
            ttl = Math.min(ttl, Lifetimes.FAILURE_MIN_SECONDS);
            if (verdict.blamesTheName() && addresses.isEmpty()) {
                flags.add(HostFlag.BEYOND_RESOLVERS);
            }
            return false;
        }
        if (message.rcode() == ResponseCode.NXDOMAIN) {
            heardDenial(message);
            return false;
        }
        note(message, type);
        return true;
    }

    private void heardDenial(DnsMessage message) {
        trouble = Trouble.NXDOMAIN;
        ttl = Lifetimes.ABSENT_MAX_SECONDS;
        for (ResourceRecord record : message.authorities()) {
            if (record instanceof ResourceRecord.Soa soa) {
                ttl = Math.min(ttl, soa.soa().negativeTtl());
                if (soa.owner().isRoot()) {
                    flags.add(HostFlag.NOT_PUBLIC);
                    trouble = Trouble.NOT_PUBLIC;
                }
            }
        }
    }

    /** The addresses at the host, or at its alias: one hop and no more (RFC 2181 §10.3). */
    private void note(DnsMessage message, int type) {
        DomainName at = host;
        for (ResourceRecord record : message.answers()) {
            if (record instanceof ResourceRecord.Pointer pointer
                    && pointer.type() == RecordType.CNAME
                    && pointer.owner().equals(at)) {
                flags.add(at.equals(host) ? HostFlag.IS_CNAME : HostFlag.CNAME_CHAIN_TOO_LONG);
                at = pointer.target();
                trouble = Trouble.CNAME;
            }
        }
        if (flags.contains(HostFlag.CNAME_CHAIN_TOO_LONG)) {
            return;
        }
        for (ResourceRecord record : message.answers()) {
            if (record instanceof ResourceRecord.Address address
                    && record.type() == type
                    && record.owner().equals(at)) {
                add(address);
            }
        }
    }

    private void add(ResourceRecord.Address address) {
        ttl = Math.min(ttl, address.ttl());
        if (addresses.size() == Whereabouts.ADDRESSES_MAX) {
            flags.add(HostFlag.ADDRESS_COUNT_CAPPED);
        } else {
            addresses.add(ServerAddress.of(address.octets(), book.reach().port()));
        }
    }

    private void finish() {
        done.accept(new Whereabouts(
                addresses, addresses.isEmpty() ? trouble : null, flags, Math.max(ttl, Lifetimes.MIN_SECONDS)));
    }
}
