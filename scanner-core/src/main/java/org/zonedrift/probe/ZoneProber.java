package org.zonedrift.probe;

import io.netty.handler.codec.dns.DnsRecordType;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.zonedrift.exchange.Course;
import org.zonedrift.exchange.DnsExchange;
import org.zonedrift.exchange.DnsQuestion;
import org.zonedrift.exchange.Manner;
import org.zonedrift.telemetry.Purpose;
import org.zonedrift.zone.DomainName;
import org.zonedrift.zone.ServerAddress;

/** Visits one address and tells what it says about one zone. Holds no state: any lane may use it. */
public final class ZoneProber {

    private final Manner manner;
    private final ChildNs childNs;
    private final SkipRule skipRule;

    /**
     * @param manner how SOA questions are put: purpose, evidence options, transport
     * @param childNs {@link ChildNs#ALL} asks every server that did not show its NS set with the SOA;
     *     else that is left to whoever sees all observations
     */
    public ZoneProber(Manner manner, ChildNs childNs, SkipRule skipRule) {
        this.manner = manner;
        this.childNs = childNs;
        this.skipRule = skipRule;
    }

    /** The same visit for another reason, which its traffic is counted by. */
    public ZoneProber asking(Purpose purpose) {
        return new ZoneProber(manner.asking(purpose), childNs, skipRule);
    }

    /** Calls back exactly once, on the caller's lane; at once for an address that is not asked. */
    public void probe(DomainName zone, ServerAddress server, DnsExchange exchange, Consumer<? super Observation> done) {
        Outcome skipped = skipRule.outcomeWithoutAsking(server);
        if (skipped != null) {
            done.accept(Observation.skipped(server, skipped));
            return;
        }
        exchange.ask(soa(zone), server, answer -> confirm(zone, Reading.of(zone, server, answer), exchange, done));
    }

    private DnsQuestion soa(DomainName zone) {
        return new DnsQuestion(zone, DnsRecordType.SOA.intValue(), manner);
    }

    /** An answer without authority is worth one more question: the server may just be loading. */
    private void confirm(DomainName zone, Observation first, DnsExchange exchange, Consumer<? super Observation> done) {
        if (first.outcome() != Outcome.NON_AUTHORITATIVE) {
            completeNs(zone, first, exchange, done);
            return;
        }
        ServerAddress server = first.server();
        exchange.ask(soa(zone), server, answer -> {
            Observation second = Reading.of(zone, server, answer);
            completeNs(zone, better(first, second), exchange, done);
        });
    }

    private void completeNs(
            DomainName zone, Observation seen, DnsExchange exchange, Consumer<? super Observation> done) {
        if (childNs == ChildNs.ALL && seen.isUsable() && seen.apexNs() == null) {
            NsQuery.complete(zone, seen, exchange, done);
        } else {
            done.accept(seen);
        }
    }

    /** The observation that counts of two; the last one that says anything, else the first. */
    private static Observation better(Observation first, Observation second) {
        Outcome.Class later = second.outcome().meaning();
        boolean secondSpoke =
                later == Outcome.Class.USABLE || (later == Outcome.Class.LAME && second.outcome() != Outcome.MALFORMED);
        Observation counts = secondSpoke ? second : first;
        return counts.over(together(first.course(), second.course(), counts.course()), union(first, second));
    }

    private static Course together(Course first, Course second, Course counts) {
        Set<Course.Oddity> oddities = new HashSet<>(first.oddities());
        oddities.addAll(second.oddities());
        return new Course(
                first.udp() + second.udp(),
                first.tcp() + second.tcp(),
                first.retries() + second.tries(),
                first.timeouts() + second.timeouts(),
                first.firstSentAt(),
                counts.answeredAt(),
                counts.rttNanos(),
                first.octetsOut() + second.octetsOut(),
                first.octetsIn() + second.octetsIn(),
                oddities);
    }

    private static Set<String> union(Observation first, Observation second) {
        Set<String> flags = new HashSet<>(first.flags());
        flags.addAll(second.flags());
        return flags;
    }
}
