package org.zonedrift.output;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zonedrift.verdict.ZoneReport;
import org.zonedrift.zone.ServerAddress;

/**
 * What it may allocate to judge a zone and to write its record. It is counted, not timed, before the
 * compiler has had much to say, and the compiler can only make it less; a change that needs more says why.
 *
 * <p>Where tests that fuzz run in the same JVM, their hooks stay in the code and cost a few hundred octets.
 */
class RecordBudgetTest {

    private static final int WARM_UP = 2_000;
    private static final int TIMES = 2_000;
    private static final int ROUNDS = 5;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final RecordReader reader = new RecordReader(ServerAddress.DNS_PORT);
    private final Rejudge rejudge = new Rejudge(Situation.JUDGE);
    private final JsonBytes json = new JsonBytes();
    private final RecordWriter writer = new RecordWriter("", RecordWriter.InputFiles.ONE);

    private WrittenRecord read(String situation) {
        return reader.read(Records.line(Situations.all().get(situation)));
    }

    private long octetsOf(Runnable task) {
        for (int i = 0; i < WARM_UP; i++) {
            task.run();
        }
        // What is not compiled to its end yet allocates more; the least of some rounds is what counts.
        return LongStream.range(0, ROUNDS)
                .map(round -> octetsOfRound(task))
                .min()
                .orElseThrow();
    }

    private long octetsOfRound(Runnable task) {
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < TIMES; i++) {
            task.run();
        }
        return (threads.getCurrentThreadAllocatedBytes() - before) / TIMES;
    }

    @ParameterizedTest
    @CsvSource({"01-consistent, 7000", "02-mismatch-with-lag, 15000"})
    void toJudgeAZoneAllocatesNoMoreThanItsBudget(String situation, long octetsMax) {
        WrittenRecord written = read(situation);
        assertThat(octetsOf(() -> rejudge.rejudged(written))).isLessThanOrEqualTo(octetsMax);
    }

    @ParameterizedTest
    @CsvSource({"01-consistent, 1400", "02-mismatch-with-lag, 700"})
    void toWriteARecordAllocatesNoMoreThanItsBudget(String situation, long octetsMax) {
        ZoneReport report = rejudge.rejudged(read(situation));
        assertThat(octetsOf(() -> {
                    json.clear();
                    writer.write(report, json);
                }))
                .isLessThanOrEqualTo(octetsMax);
    }
}
