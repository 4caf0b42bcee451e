package org.zonedrift.benchmarks.probes;

import java.util.Set;
import java.util.function.Consumer;
import org.zonedrift.exchange.Answer;
import org.zonedrift.exchange.Answer.Silence;
import org.zonedrift.exchange.Course;
import org.zonedrift.exchange.DatagramExchange;
import org.zonedrift.exchange.DnsExchange;
import org.zonedrift.exchange.DnsQuestion;
import org.zonedrift.exchange.Lane;
import org.zonedrift.exchange.Manner.Transport;
import org.zonedrift.wire.DnsMessage;
import org.zonedrift.zone.ServerAddress;

record SimpleRetry(DatagramExchange udp, Lane lane) implements DnsExchange {
    @Override
    public void ask(DnsQuestion question, ServerAddress server, Consumer<? super Answer> done) {
        Open open = new Open(question, done);
        open.open = udp.open(question.name(), question.type(), server, open);
        open.open.attempt(question.manner(), 1_500_000_000L);
    }

    private final class Open implements DatagramExchange.Hearing {
        final DnsQuestion question;
        final Consumer<? super Answer> done;
        DatagramExchange.OpenQuestion open;

        Open(DnsQuestion q, Consumer<? super Answer> d) {
            question = q;
            done = d;
        }

        @Override
        public void replied(int attempt, DnsMessage message) {
            long now = lane.now();
            long sent = open.sentAt(attempt);
            open.isSpoofSuspected();
            Course c = new Course(
                    attempt + 1,
                    attempt,
                    Transport.UDP,
                    open.sentAt(0),
                    now,
                    now - sent,
                    open.octetsOut(),
                    message.size(),
                    Set.of());
            open.close();
            done.accept(new Answer.Reply(message, c));
        }

        @Override
        public void failed(int attempt, Silence why) {
            if (attempt < 2) open.attempt(question.manner(), 3_000_000_000L);
            else {
                open.close();
                done.accept(new Answer.NoReply(why, Course.UNSENT));
            }
        }
    }
}
