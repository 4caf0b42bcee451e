package org.zonedrift;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
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
 * sockets left out. It is counted, not timed, and the build runs it where nothing is compiled.
 */
@Tag("budget")
class ExchangeBudgetTest {

    /**
     * Where a server says of a zone what another one has said: 56 are the open question, 64 its
     * course, 24 the reply. A change that needs more says why.
     */
    private static final int OCTETS_MAX = 144;

    /** Where it is the first to say so: the rest are the message, its list, its record and what that holds. */
    private static final int OCTETS_OF_NEWS_MAX = 297;

    private static final int ZONES = 1 << 14;
    private static final int IN_FLIGHT = 100;
    private static final int QUESTIONS = 20_000;
    private static final int PLENTY = 100_000_000;
    private static final Politeness ARMED = new Politeness(PLENTY, PLENTY, PLENTY, PLENTY);

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final MirrorNetwork network = new MirrorNetwork();
    private final DnsExchange exchange = new ExchangeAssembly(
                    network, Limits.withoutRamp(ARMED), new Patience(1_500_000_000, 3), Transport.UDP)
            .on(network.lane(), new Telemetry(() -> 0), new SplittableRandom(1));
    private static final Manner MANNER = Manner.authoritative(Purpose.PROBE);

    private final DnsQuestion question = new DnsQuestion(DomainName.parse("example.net"), RecordType.SOA, MANNER);
    private final List<DnsQuestion> ofManyZones = IntStream.range(0, ZONES)
            .mapToObj(zone -> new DnsQuestion(DomainName.parse("zone" + zone + ".example"), RecordType.SOA, MANNER))
            .toList();
    private final ServerAddress server = ServerAddress.of(new byte[] {(byte) 192, 0, 2, 1}, 53);

    private final Consumer<Answer> hearing = this::heard;
    private IntFunction<DnsQuestion> next = place -> question;
    private int left;
    private int answered;

    @Test
    void aQuestionAllocatesNoMoreThanItsBudget() {
        assertThat(octetsOfEach()).isLessThanOrEqualTo(OCTETS_MAX);
    }

    @Test
    void anAnswerThatNobodyGaveBeforeAllocatesNoMoreThanItsBudget() {
        next = place -> ofManyZones.get(place % ZONES);
        assertThat(octetsOfEach()).isLessThanOrEqualTo(OCTETS_OF_NEWS_MAX);
    }

    private long octetsOfEach() {
        ask(QUESTIONS);
        long before = threads.getCurrentThreadAllocatedBytes();
        ask(QUESTIONS);
        return (threads.getCurrentThreadAllocatedBytes() - before) / QUESTIONS;
    }

    private void ask(int questions) {
        left = questions;
        answered = 0;
        for (int i = 0; i < IN_FLIGHT; i++) {
            left--;
            exchange.ask(next.apply(left), server, hearing);
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
            exchange.ask(next.apply(left), server, hearing);
        }
    }
}
