package org.zonedrift.exchange.engine;

import java.util.Set;
import java.util.function.Consumer;
import org.zonedrift.exchange.Answer;
import org.zonedrift.exchange.Answer.Silence;
import org.zonedrift.exchange.Course;
import org.zonedrift.exchange.DnsQuestion;
import org.zonedrift.exchange.Lane.Alarm;
import org.zonedrift.wire.DnsMessage;
import org.zonedrift.zone.ServerAddress;

/** One question on its way over TCP, on one stream after the other if need be. */
final class StreamQuestion {

    private static final Alarm NONE = () -> {};

    private final DnsQuestion question;
    private final ServerAddress server;
    private final Consumer<? super Answer> done;
    private Alarm deadline = NONE;
    private int tries;
    private int timeouts;
    private int octetsOut;
    private long firstSentAt = -1;
    private long sentAt = -1;

    StreamQuestion(DnsQuestion question, ServerAddress server, Consumer<? super Answer> done) {
        this.question = question;
        this.server = server;
        this.done = done;
    }

    DnsQuestion question() {
        return question;
    }

    ServerAddress server() {
        return server;
    }

    int tries() {
        return tries;
    }

    /** It waits for a stream, and gives up at the deadline. */
    void tried() {
        tries++;
    }

    /** It was written to a stream, and gives up at the deadline. */
    void sent(int octets, long now, Alarm alarm) {
        deadline.cancel();
        deadline = alarm;
        octetsOut += octets;
        sentAt = now;
        if (firstSentAt < 0) {
            firstSentAt = now;
        }
    }

    /** The stream is gone: nothing is to be waited for on it. */
    void detach() {
        deadline.cancel();
        deadline = NONE;
    }

    void answer(DnsMessage message, long now) {
        detach();
        done.accept(new Answer.Reply(message, course(now, now - sentAt, message.size())));
    }

    void giveUp(Silence why) {
        detach();
        timeouts += why == Silence.TIMED_OUT ? 1 : 0;
        done.accept(new Answer.NoReply(why, course(-1, -1, 0)));
    }

    private Course course(long answeredAt, long rtt, int octetsIn) {
        return new Course(
                0,
                tries,
                Math.max(0, tries - 1),
                timeouts,
                firstSentAt,
                answeredAt,
                rtt,
                octetsOut,
                octetsIn,
                Set.of());
    }
}
