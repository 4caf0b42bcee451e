package org.zonedrift.exchange;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.zonedrift.exchange.Answer.NoReply;
import org.zonedrift.exchange.Answer.Reply;
import org.zonedrift.exchange.Answer.Silence;
import org.zonedrift.exchange.Course.Oddity;
import org.zonedrift.exchange.Manner.Transport;
import org.zonedrift.wire.DnsMessage;
import org.zonedrift.zone.ServerAddress;

/**
 * Asks over UDP, and over TCP what does not fit into a datagram (RFC 7766 §5). Confined to its lane.
 */
public final class UdpThenTcpExchange implements DnsExchange {

    private static final Consumer<Answer> NOBODY = answer -> {};

    private final DnsExchange udp;
    private final DnsExchange tcp;
    private @Nullable Asked free;

    public UdpThenTcpExchange(DnsExchange udp, DnsExchange tcp) {
        this.udp = udp;
        this.tcp = tcp;
    }

    @Override
    public void ask(DnsQuestion question, ServerAddress server, Consumer<? super Answer> done) {
        if (question.manner().transport() == Transport.TCP) {
            tcp.ask(question, server, done);
            return;
        }
        Asked reused = free;
        if (reused == null) {
            udp.ask(question, server, new Asked(question, server, done));
        } else {
            free = reused.next;
            reused.begin(question, server, done);
            udp.ask(question, server, reused);
        }
    }

    /** A question that was asked over UDP; used again for another one once that is over. */
    private final class Asked implements Consumer<Answer> {

        private DnsQuestion question;
        private ServerAddress server;
        private Consumer<? super Answer> done;
        private @Nullable Asked next;

        Asked(DnsQuestion asking, ServerAddress whom, Consumer<? super Answer> listener) {
            begin(asking, whom, listener);
        }

        private void begin(DnsQuestion asking, ServerAddress whom, Consumer<? super Answer> listener) {
            question = asking;
            server = whom;
            done = listener;
        }

        @Override
        public void accept(Answer answer) {
            DnsQuestion asked = question;
            ServerAddress whom = server;
            Consumer<? super Answer> asker = done;
            done = NOBODY;
            next = free;
            free = this;
            if (answer instanceof Reply reply && reply.message().isTruncated()) {
                askOverTcp(asked, whom, reply, asker);
            } else {
                asker.accept(answer);
            }
        }
    }

    /** What a truncated reply holds is of no use; that it was truncated is worth a flag. */
    private void askOverTcp(
            DnsQuestion question, ServerAddress server, Reply truncated, Consumer<? super Answer> done) {
        EnumSet<Oddity> oddities = EnumSet.of(Oddity.TRUNCATED);
        if (isEmpty(truncated.message())) {
            oddities.add(Oddity.RRL_SLIP_SUSPECTED);
        }
        DnsQuestion overTcp = new DnsQuestion(
                question.name(), question.type(), question.manner().over(Transport.TCP));
        tcp.ask(overTcp, server, answer -> done.accept(joined(truncated.course(), answer, oddities)));
    }

    private static boolean isEmpty(DnsMessage message) {
        return message.answers().isEmpty() && message.authorities().isEmpty();
    }

    private static Answer joined(Course first, Answer answer, EnumSet<Oddity> oddities) {
        oddities.addAll(first.oddities());
        oddities.addAll(answer.course().oddities());
        if (answer instanceof Reply reply) {
            return new Reply(reply.message(), together(first, reply.course(), oddities));
        }
        oddities.add(Oddity.TCP_FAILED);
        return new NoReply(Silence.TRUNCATED, together(first, answer.course(), oddities));
    }

    private static Course together(Course first, Course second, Set<Oddity> oddities) {
        return new Course(
                first.udp(),
                second.tcp(),
                first.retries() + second.retries(),
                first.timeouts() + second.timeouts(),
                first.firstSentAt(),
                second.answeredAt(),
                second.rttNanos(),
                first.octetsOut() + second.octetsOut(),
                first.octetsIn() + second.octetsIn(),
                oddities);
    }
}
