package org.zonedrift.benchmarks.delegation;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.zonedrift.exchange.Answer;
import org.zonedrift.exchange.Course;
import org.zonedrift.exchange.DnsExchange;
import org.zonedrift.exchange.DnsQuestion;
import org.zonedrift.wire.DnsMessage;
import org.zonedrift.wire.RecordType;
import org.zonedrift.wire.ResourceRecord;
import org.zonedrift.zone.DomainName;
import org.zonedrift.zone.ServerAddress;

/** A root and a TLD that answer at once: referrals for short names, addresses for long ones. */
final class PromptServers implements DnsExchange {

    private static final int AUTHORITATIVE = 0x8400;
    private static final int REFERRAL = 0x8000;
    private static final long TTL = 86_400;
    private static final int HOST_LABELS = 3;
    private static final Course COURSE = new Course(1, 0, 0, 0, 0, 0, 0, 50, 80, Set.of());

    private final PromptLane lane;

    PromptServers(PromptLane lane) {
        this.lane = lane;
    }

    @Override
    public void ask(DnsQuestion question, ServerAddress server, Consumer<? super Answer> done) {
        Answer answer = new Answer.Reply(message(question), COURSE);
        lane.execute(() -> done.accept(answer));
    }

    private static DnsMessage message(DnsQuestion question) {
        DomainName name = question.name();
        if (name.labelCount() >= HOST_LABELS) {
            return new DnsMessage(AUTHORITATIVE, List.of(address(question)), List.of(), List.of(), null, 80);
        }
        DomainName host = DomainName.parse("a.nic.bench");
        ResourceRecord server = new ResourceRecord.Pointer(name, RecordType.NS, TTL, host);
        ResourceRecord glue = new ResourceRecord.Address(host, RecordType.A, TTL, new byte[] {9, 9, 9, 9});
        return name.isRoot()
                ? new DnsMessage(AUTHORITATIVE, List.of(server), List.of(), List.of(glue), null, 80)
                : new DnsMessage(REFERRAL, List.of(), List.of(server), List.of(glue), null, 80);
    }

    private static ResourceRecord address(DnsQuestion question) {
        int hash = question.name().hashCode();
        byte[] octets = new byte[question.type() == RecordType.A ? 4 : 16];
        for (int i = 0; i < octets.length; i++) {
            octets[i] = (byte) (hash >> 8 * (i & 3));
        }
        return new ResourceRecord.Address(question.name(), question.type(), TTL, octets);
    }
}
