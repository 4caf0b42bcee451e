package org.zonedrift;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.zonedrift.exchange.Answer;
import org.zonedrift.exchange.DnsExchange;
import org.zonedrift.exchange.DnsQuestion;
import org.zonedrift.exchange.Limits;
import org.zonedrift.exchange.Manner;
import org.zonedrift.exchange.Manner.Transport;
import org.zonedrift.exchange.Patience;
import org.zonedrift.exchange.Politeness;
import org.zonedrift.telemetry.Purpose;
import org.zonedrift.telemetry.Telemetry;
import org.zonedrift.wire.RecordType;
import org.zonedrift.zone.DomainName;
import org.zonedrift.zone.ServerAddress;

/**
 * What a question may allocate, from the call to its answer, the whole exchange included and the
 * sockets left out. It is counted, not timed, and the compiler can only make it less.
 */
class ExchangeBudgetTest {

    /** Of these, 256 are the answer that the asker gets, 56 the open question. A change that needs more says why. */
    private static final int OCTETS_MAX = 320;

    private static final int IN_FLIGHT = 100;
    private static final int QUESTIONS = 20_000;
    private static final int PLENTY = 100_000_000;
    private static final Politeness ARMED = new Politeness(PLENTY, PLENTY, PLENTY, PLENTY);

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final MirrorNetwork network = new MirrorNetwork();
    private final DnsExchange exchange = new ExchangeAssembly(
                    network, Limits.withoutRamp(ARMED), new Patience(1_500_000_000, 3), Transport.UDP)
            .on(network.lane(), new Telemetry(() -> 0), new SplittableRandom(1));
    private final DnsQuestion question =
            new DnsQuestion(DomainName.parse("example.net"), RecordType.SOA, Manner.authoritative(Purpose.PROBE));
    private final ServerAddress server = ServerAddress.of(new byte[] {(byte) 192, 0, 2, 1}, 53);

    private final Consumer<Answer> hearing = this::heard;
    private int left;
    private int answered;

    @Test
    void aQuestionAllocatesNoMoreThanItsBudget() {
        ask(QUESTIONS);
        long before = threads.getCurrentThreadAllocatedBytes();
        ask(QUESTIONS);
        long each = (threads.getCurrentThreadAllocatedBytes() - before) / QUESTIONS;
        assertThat(each).isLessThanOrEqualTo(OCTETS_MAX);
    }

    private void ask(int questions) {
        left = questions;
        answered = 0;
        for (int i = 0; i < IN_FLIGHT; i++) {
            left--;
            exchange.ask(question, server, hearing);
        }
        network.settle();
        assertThat(answered).isEqualTo(questions);
    }

    private void heard(Answer answer) {
        if (answer instanceof Answer.Reply reply && reply.message().answers().size() == 1) {
            answered++;
        }
        if (left > 0) {
            left--;
            exchange.ask(question, server, hearing);
        }
    }
}
