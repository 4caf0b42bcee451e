package org.zonedrift.delegation;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zonedrift.exchange.DnsExchange;
import org.zonedrift.exchange.Manner;
import org.zonedrift.telemetry.Purpose;
import org.zonedrift.wire.DnsMessage;
import org.zonedrift.wire.RecordType;
import org.zonedrift.wire.ResourceRecord;
import org.zonedrift.wire.ResponseCode;
import org.zonedrift.wire.ResponseCodeText;
import org.zonedrift.zone.Delegation;
import org.zonedrift.zone.Delegation.Method;
import org.zonedrift.zone.Delegation.Source;
import org.zonedrift.zone.Delegation.Standing;
import org.zonedrift.zone.DomainName;
import reactor.core.publisher.Mono;

/**
 * Learns who serves a zone from the user's resolvers, which know the zone's own NS set and not the
 * parent's. A name at which resolvers fail that do well otherwise may be a lame zone: then the parent
 * is asked.
 */
public final class ResolverDelegations implements Delegations {

    private static final Manner RECURSIVE = Manner.recursive(Purpose.RESOLVER);

    private final ResolverFleet fleet;
    private final Delegations parents;

    /** @param parents the way to ask the parents, for what no resolver can say */
    public ResolverDelegations(ResolverFleet fleet, Delegations parents) {
        this.fleet = fleet;
        this.parents = parents;
    }

    @Override
    public Mono<Delegation> find(DomainName zone, DnsExchange exchange) {
        Errand errand = new Errand(exchange, RECURSIVE, new Budget(Budget.PER_ZONE), null);
        ResolverQuestion question =
                new ResolverQuestion(fleet, zone, RecordType.NS, errand, message -> isUsable(message, zone));
        return Mono.<ResolverQuestion.Verdict>create(sink -> question.ask(sink::success))
                .flatMap(verdict -> concluded(zone, verdict, exchange));
    }

    /** An answer for this very name, an alias, or a negative answer that says whose it is. */
    private static boolean isUsable(DnsMessage message, DomainName zone) {
        return message.rcode() == ResponseCode.NXDOMAIN
                || message.answers().stream().anyMatch(record -> concerns(record, zone))
                || soaAbove(message, zone) != null;
    }

    private static boolean concerns(ResourceRecord record, DomainName zone) {
        int type = record.type();
        boolean isOwn = record.owner().equals(zone) && (type == RecordType.NS || type == RecordType.CNAME);
        return isOwn || type == RecordType.DNAME && zone.isBelow(record.owner());
    }

    private Mono<Delegation> concluded(DomainName zone, ResolverQuestion.Verdict verdict, DnsExchange exchange) {
        DnsMessage message = verdict.message();
        if (message == null) {
            Delegation unknown = unknown(zone, verdict);
            return verdict.blamesTheName()
                    ? parents.find(zone, exchange).map(found -> told(found, unknown))
                    : Mono.just(unknown);
        }
        boolean isBareZone = message.answers().isEmpty() && zone.equals(soaAbove(message, zone));
        return isBareZone && message.rcode() == ResponseCode.NOERROR
                ? parents.find(zone, exchange).map(found -> told(found, unknown(zone, verdict)))
                : Mono.just(read(zone, message, verdict));
    }

    private static Delegation read(DomainName zone, DnsMessage message, ResolverQuestion.Verdict verdict) {
        DomainName enclosing = soaAbove(message, zone);
        Set<DomainName> hosts = new HashSet<>();
        Standing standing =
                message.rcode() == ResponseCode.NXDOMAIN ? Standing.DENIED_BY_RESOLVER : Standing.INSIDE_ZONE;
        long ttl = -1;
        for (ResourceRecord record : message.answers()) {
            boolean isOwn = record.owner().equals(zone);
            if (isOwn && record.type() == RecordType.NS) {
                hosts.add(((ResourceRecord.Pointer) record).target());
                ttl = record.ttl();
            } else if (record.type() == RecordType.DNAME && zone.isBelow(record.owner())) {
                standing = Standing.DNAME;
                enclosing = null;
            } else if (isOwn && record.type() == RecordType.CNAME && standing != Standing.DNAME) {
                standing = Standing.CNAME;
                enclosing = null;
            }
        }
        if (!hosts.isEmpty()) {
            Source source = source(verdict, null, ttl, ResponseCodeText.of(message.rcode()));
            return new Delegation(zone, Standing.DELEGATED, source, null, hosts, List.of(), Set.of());
        }
        return Delegation.missing(zone, standing, source(verdict, enclosing, -1, ResponseCodeText.of(message.rcode())));
    }

    private static @Nullable DomainName soaAbove(DnsMessage message, DomainName zone) {
        for (ResourceRecord record : message.authorities()) {
            if (record.type() == RecordType.SOA && zone.isAtOrBelow(record.owner())) {
                return record.owner();
            }
        }
        return null;
    }

    private static Delegation unknown(DomainName zone, ResolverQuestion.Verdict verdict) {
        Standing standing = switch (verdict.failure()) {
            case NONE, TIMEOUT -> Standing.RESOLVER_TIMEOUT;
            case REFUSED -> Standing.RESOLVER_REFUSED;
            case UNUSABLE, SERVFAIL -> Standing.RESOLVER_SERVFAIL;
        };
        String rcode = switch (verdict.failure()) {
            case NONE, TIMEOUT, UNUSABLE -> null;
            case REFUSED -> "REFUSED";
            case SERVFAIL -> "SERVFAIL";
        };
        return Delegation.missing(zone, standing, source(verdict, null, -1, rcode));
    }

    private static Source source(
            ResolverQuestion.Verdict verdict, @Nullable DomainName enclosing, long ttl, @Nullable String rcode) {
        String resolver = verdict.by() == null ? null : verdict.by().address().toString();
        return new Source(
                Method.RESOLVER, null, enclosing, ttl, resolver, rcode, verdict.extendedErrors(), -1, -1, null);
    }

    /** What the parents said, with what the resolvers had said before; theirs, if not even the root said a word. */
    private static Delegation told(Delegation found, Delegation before) {
        Source own = found.source();
        boolean isUnknown = found.standing() == Standing.PARENT_UNREACHABLE && DomainName.ROOT.equals(own.parentZone());
        Source source = new Source(
                Method.RESOLVER_THEN_ITERATIVE,
                own.parentZone(),
                own.enclosingZone(),
                own.nsTtl(),
                before.source().resolver(),
                before.source().rcode(),
                before.source().ede(),
                -1,
                -1,
                own.error());
        return new Delegation(
                found.zone(),
                isUnknown ? before.standing() : found.standing(),
                source,
                found.parentNs(),
                found.childNs(),
                found.glue(),
                found.findings());
    }
}
