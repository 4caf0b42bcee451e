package org.zonedrift.probe;

import io.netty.handler.codec.dns.DnsRecordType;
import java.util.Set;
import java.util.function.Consumer;
import org.zonedrift.exchange.Answer;
import org.zonedrift.exchange.DnsExchange;
import org.zonedrift.exchange.DnsQuestion;
import org.zonedrift.exchange.Manner;
import org.zonedrift.telemetry.Purpose;
import org.zonedrift.wire.DnsMessage;
import org.zonedrift.zone.DomainName;
import org.zonedrift.zone.ServerAddress;

/** The question for a zone's own NS set. */
public final class NsQuery {

    private static final Manner MANNER = Manner.authoritative(Purpose.CHILD_NS);

    private NsQuery() {}

    /** The NS set in an authoritative answer of this server; empty where it gives none. */
    public static void ask(
            DomainName zone, ServerAddress server, DnsExchange exchange, Consumer<? super Set<DomainName>> done) {
        DnsQuestion question = new DnsQuestion(zone, DnsRecordType.NS.intValue(), MANNER);
        exchange.ask(question, server, answer -> done.accept(read(zone, answer)));
    }

    /** The same observation, completed by what its server says about the zone's NS set. */
    public static void complete(
            DomainName zone, Observation seen, DnsExchange exchange, Consumer<? super Observation> done) {
        ask(zone, seen.server(), exchange, names -> done.accept(names.isEmpty() ? seen : seen.withApexNs(names)));
    }

    private static Set<DomainName> read(DomainName zone, Answer answer) {
        if (!(answer instanceof Answer.Reply reply)) {
            return Set.of();
        }
        DnsMessage message = reply.message();
        boolean speaks = message.isAuthoritative() && message.rcode() == 0;
        return speaks ? SoaAnswer.apexNs(zone, message.answers()) : Set.of();
    }
}
