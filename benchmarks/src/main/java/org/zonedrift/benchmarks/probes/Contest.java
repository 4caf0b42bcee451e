package org.zonedrift.benchmarks.probes;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.BitSet;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.HdrHistogram.Histogram;
import org.zonedrift.exchange.Answer;
import org.zonedrift.exchange.DnsExchange;
import org.zonedrift.exchange.DnsQuestion;
import org.zonedrift.exchange.Manner;
import org.zonedrift.wire.ResourceRecord;
import org.zonedrift.zone.DomainName;
import org.zonedrift.zone.ServerAddress;

/**
 * Asks for every name once, so many at a time, and checks every answer. Confined to its lane until
 * it is finished.
 */
final class Contest {

    private static final int SOA = 6;
    private static final long LATENCY_NANOS_MAX = 60_000_000_000L;

    private final DnsExchange exchange;
    private final ServerAddress[] servers;
    private final Manner manner;
    private final int count;

    private final BitSet answered = new BitSet();
    private final Histogram latency = new Histogram(LATENCY_NANOS_MAX, 3);
    private final CountDownLatch finished = new CountDownLatch(1);
    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final OperatingSystemMXBean process = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private int next;
    private int ended;
    private int retried;
    private long wrong;
    private long octets;
    private long cpuNanos;

    Contest(DnsExchange exchange, ServerAddress[] servers, Manner manner, int count) {
        this.exchange = exchange;
        this.servers = servers.clone();
        this.manner = manner;
        this.count = count;
    }

    void begin(int window) {
        for (int i = 0; i < Math.min(window, count); i++) {
            new Place().askNext();
        }
    }

    void await() throws InterruptedException {
        finished.await();
    }

    /** One of the questions in flight. */
    private final class Place implements Consumer<Answer> {

        private int number;
        private int serial;

        void askNext() {
            if (next == count) {
                return;
            }
            number = next++;
            DomainName name = BenchNames.name(number);
            serial = BenchNames.serialOf(name);
            exchange.ask(new DnsQuestion(name, SOA, manner), servers[number % servers.length], this);
        }

        @Override
        public void accept(Answer answer) {
            if (isRight(answer) && !answered.get(number)) {
                answered.set(number);
                latency.recordValue(Math.min(answer.course().rttNanos(), LATENCY_NANOS_MAX));
                retried += answer.course().retries();
            } else {
                wrong++;
            }
            ended++;
            if (ended == count / 2) {
                octets = -threads.getCurrentThreadAllocatedBytes();
                cpuNanos = -process.getProcessCpuTime();
            } else if (ended == count) {
                octets += threads.getCurrentThreadAllocatedBytes();
                cpuNanos += process.getProcessCpuTime();
                finished.countDown();
            }
            askNext();
        }

        private boolean isRight(Answer answer) {
            return answer instanceof Answer.Reply reply
                    && reply.message().answers().size() == 1
                    && reply.message().answers().get(0) instanceof ResourceRecord.Soa soa
                    && soa.soa().serial().bits() == serial;
        }
    }

    /** What came of it, once it is finished: one line of numbers. */
    String result() {
        int secondHalf = Math.max(1, count - count / 2);
        return "%d %d %d %d %d %d %d %d"
                .formatted(
                        answered.cardinality(),
                        wrong,
                        retried,
                        octets / secondHalf,
                        cpuNanos / secondHalf,
                        latency.getValueAtPercentile(50),
                        latency.getValueAtPercentile(99),
                        latency.getValueAtPercentile(99.9));
    }
}
