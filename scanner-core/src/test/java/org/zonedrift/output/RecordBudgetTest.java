package org.zonedrift.output;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zonedrift.verdict.ZoneReport;
import org.zonedrift.zone.ServerAddress;

/**
 * What it allocates to judge a zone and to write its record, to the octet. It is counted, not timed, and the
 * build runs it where nothing is compiled, as a compiler takes some away, and nobody knows when.
 *
 * <p>A change that needs more says why; one that needs less lowers the figure.
 */
@Tag("budget")
class RecordBudgetTest {

    private static final int TIMES = 200;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final RecordReader reader = new RecordReader(ServerAddress.DNS_PORT);
    private final Rejudge rejudge = new Rejudge(Situation.JUDGE);
    private final JsonBytes json = new JsonBytes();
    private final RecordWriter writer = new RecordWriter("", RecordWriter.InputFiles.ONE);

    private WrittenRecord read(String situation) {
        return reader.read(Records.line(Situations.all().get(situation)));
    }

    private long octetsOf(Runnable task) {
        octetsOfSome(task); // loads the classes and grows what grows once
        return octetsOfSome(task);
    }

    private long octetsOfSome(Runnable task) {
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < TIMES; i++) {
            task.run();
        }
        return (threads.getCurrentThreadAllocatedBytes() - before) / TIMES;
    }

    @ParameterizedTest
    @CsvSource({"01-consistent, 1248", "02-mismatch-with-lag, 15648"})
    void toJudgeAZoneAllocatesNoMoreThanItsBudget(String situation, long octetsMax) {
        WrittenRecord written = read(situation);
        assertThat(octetsOf(() -> rejudge.rejudged(written))).isLessThanOrEqualTo(octetsMax);
    }

    @ParameterizedTest
    @CsvSource({"01-consistent, 688", "02-mismatch-with-lag, 32"})
    void toWriteARecordAllocatesNoMoreThanItsBudget(String situation, long octetsMax) {
        ZoneReport report = rejudge.rejudged(read(situation));
        assertThat(octetsOf(() -> {
                    json.clear();
                    writer.write(report, json);
                }))
                .isLessThanOrEqualTo(octetsMax);
    }
}
