package org.zonedrift.exchange;

import java.util.Set;
import java.util.function.Consumer;
import org.zonedrift.wire.DnsMessage;
import org.zonedrift.zone.ServerAddress;

/** Asks over UDP, and again when nothing comes, waiting longer each time. Confined to its lane. */
public final class RetryingExchange implements DnsExchange {

    private final DatagramExchange udp;
    private final Lane lane;
    private final long firstTimeoutNanos;
    private final int tries;

    public RetryingExchange(DatagramExchange udp, Lane lane, long firstTimeoutNanos, int tries) {
        this.udp = udp;
        this.lane = lane;
        this.firstTimeoutNanos = firstTimeoutNanos;
        this.tries = tries;
    }

    @Override
    public void ask(DnsQuestion question, ServerAddress server, Consumer<? super Answer> done) {
        new Asking(question, server, done).tryOnceMore();
    }

    /** One question until its answer. */
    private final class Asking implements DatagramExchange.Hearing {

        private final DnsQuestion question;
        private final Consumer<? super Answer> done;
        private final DatagramExchange.OpenQuestion open;
        private int tried;

        Asking(DnsQuestion question, ServerAddress server, Consumer<? super Answer> done) {
            this.question = question;
            this.done = done;
            this.open = udp.open(question.name(), question.type(), server, this);
        }

        void tryOnceMore() {
            tried++;
            open.attempt(question.manner(), firstTimeoutNanos * tried);
        }

        @Override
        public void replied(int attempt, DnsMessage message) {
            long now = lane.now();
            Course course = course(now, now - open.sentAt(attempt), message.size());
            open.close();
            done.accept(new Answer.Reply(message, course));
        }

        @Override
        public void failed(int attempt, Answer.Silence why) {
            if (tried < tries && why == Answer.Silence.TIMED_OUT) {
                tryOnceMore();
                return;
            }
            Course course = course(-1, -1, 0);
            open.close();
            done.accept(new Answer.NoReply(why, course));
        }

        private Course course(long answeredAt, long rtt, int octetsIn) {
            return new Course(
                    tried,
                    tried - 1,
                    Manner.Transport.UDP,
                    open.sentAt(0),
                    answeredAt,
                    rtt,
                    open.octetsOut(),
                    octetsIn,
                    Set.of());
        }
    }
}
