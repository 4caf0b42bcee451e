package org.zonedrift.cli.check;

import io.netty.handler.codec.dns.DnsRecordType;
import java.io.PrintStream;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.zonedrift.cli.console.SafeText;
import org.zonedrift.exchange.Answer;
import org.zonedrift.exchange.Course;
import org.zonedrift.exchange.DnsQuestion;
import org.zonedrift.exchange.OverheardExchange;
import org.zonedrift.zone.ServerAddress;

/** Prints every question and its reply as they are heard. Shared by all lanes. */
public final class Trace implements OverheardExchange.Ear {

    private static final double NANOS_PER_MILLI = 1e6;
    private static final long UNKNOWN = -1;

    private final PrintStream out;
    private final AtomicLong beginning = new AtomicLong(UNKNOWN);

    public Trace(PrintStream out) {
        this.out = out;
    }

    @Override
    public void hear(DnsQuestion question, ServerAddress server, Answer answer) {
        Course course = answer.course();
        String asked = server + " " + typeName(question.type()) + " " + question.name();
        out.println(SafeText.of(String.format(
                Locale.ROOT,
                "%9.1f ms  %s  %s%s: %s",
                sinceBeginning(course.firstSentAt()) / NANOS_PER_MILLI,
                course.transport().name().toLowerCase(Locale.ROOT),
                asked,
                course.tries() > 1 ? " (" + course.tries() + " tries)" : "",
                said(answer))));
    }

    private long sinceBeginning(long sentAt) {
        if (sentAt < 0) {
            return 0;
        }
        beginning.compareAndSet(UNKNOWN, sentAt);
        return sentAt - beginning.get();
    }

    private static String said(Answer answer) {
        if (answer instanceof Answer.Reply reply) {
            return String.format(Locale.ROOT, "%.1f ms, ", answer.course().rttNanos() / NANOS_PER_MILLI)
                    + ReplyText.of(reply.message());
        }
        return "no reply, " + ((Answer.NoReply) answer).why().name().toLowerCase(Locale.ROOT)
                + answer.course().oddities().stream()
                        .map(oddity -> ", " + oddity.flag())
                        .sorted()
                        .collect(Collectors.joining());
    }

    static String typeName(int type) {
        return DnsRecordType.valueOf(type).name();
    }
}
