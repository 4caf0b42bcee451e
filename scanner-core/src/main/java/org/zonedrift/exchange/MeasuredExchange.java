package org.zonedrift.exchange;

import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.zonedrift.exchange.Answer.NoReply;
import org.zonedrift.exchange.Answer.Silence;
import org.zonedrift.telemetry.Count;
import org.zonedrift.telemetry.Meter;
import org.zonedrift.telemetry.Purpose;
import org.zonedrift.zone.ServerAddress;

/**
 * Counts what becomes of questions, each by its purpose. Confined to its lane; allocates only as
 * long as more questions are open than ever before.
 */
public final class MeasuredExchange implements DnsExchange {

    private static final Consumer<Answer> NOBODY = answer -> {};

    private final DnsExchange exchange;
    private final Meter[] byPurpose;
    private @Nullable Measuring free;

    /**
     * @param meters the lane's meter for each purpose, over the transport that the exchange uses
     */
    public MeasuredExchange(DnsExchange exchange, Function<Purpose, Meter> meters) {
        this.exchange = exchange;
        this.byPurpose = Arrays.stream(Purpose.values()).map(meters).toArray(Meter[]::new);
    }

    @Override
    public void ask(DnsQuestion question, ServerAddress server, Consumer<? super Answer> done) {
        Measuring listener = free == null ? new Measuring() : free;
        free = listener.next;
        listener.meter = byPurpose[question.manner().purpose().ordinal()];
        listener.done = done;
        exchange.ask(question, server, listener);
    }

    /** One question that is open; used again for another once it has ended. */
    private final class Measuring implements Consumer<Answer> {

        private Meter meter = byPurpose[0];
        private Consumer<? super Answer> done = NOBODY;
        private @Nullable Measuring next;

        @Override
        public void accept(Answer answer) {
            count(answer, meter);
            Consumer<? super Answer> asker = done;
            done = NOBODY;
            next = free;
            free = this;
            asker.accept(answer);
        }
    }

    private static void count(Answer answer, Meter meter) {
        Course course = answer.course();
        meter.took(course.tries(), course.retries(), course.timeouts());
        meter.carried(course.octetsOut(), course.octetsIn());
        if (answer instanceof NoReply none) {
            meter.failed(counted(none.why()));
        } else {
            meter.answered(course.rttNanos());
        }
    }

    private static Count counted(Silence why) {
        return switch (why) {
            case TIMED_OUT -> Count.TIMED_OUT;
            case NETWORK_ERROR -> Count.UNREACHABLE;
            case MALFORMED, TRUNCATED -> Count.UNREADABLE;
            case CIRCUIT_OPEN, CLOSED -> Count.ABANDONED;
        };
    }
}
