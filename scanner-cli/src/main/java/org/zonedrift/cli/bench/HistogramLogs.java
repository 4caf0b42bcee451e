package org.zonedrift.cli.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogWriter;
import org.zonedrift.fleet.StepResult;
import org.zonedrift.fleet.TimeLine;

/** Latencies as HdrHistogram logs that the usual viewers open: a file for each resolver and step. */
final class HistogramLogs {

    private static final long SECOND_MILLIS = 1_000;

    /** Values are nanoseconds; viewers show milliseconds. */
    private static final double NANOS_PER_MILLI = 1e6;

    private final Results results;

    HistogramLogs(Results results) {
        this.results = results;
    }

    void writeTo(Path directory) throws IOException {
        Files.createDirectories(directory);
        for (int step = 0; step < results.steps().size(); step++) {
            for (int i = 0; i < results.fleet().size(); i++) {
                String name = results.fleet().get(i).name().replaceAll("[^A-Za-z0-9._-]", "_");
                Path file = directory.resolve("step" + (step + 1) + "-" + (i + 1) + "-" + name + ".hlog");
                try (OutputStream out = Files.newOutputStream(file)) {
                    write(results.steps().get(step), i, out);
                }
            }
        }
    }

    private void write(StepResult step, int resolver, OutputStream out) {
        HistogramLogWriter writer = new HistogramLogWriter(out);
        long start = TimeUnit.NANOSECONDS.toMillis(step.startedAt());
        writer.outputComment("[latency from when a query was due, in nanoseconds]");
        writer.outputLogFormatVersion();
        writer.outputStartTime(start);
        writer.outputLegend();
        TimeLine line = step.tallies().get(resolver).timeLine();
        List<TimeLine.Stretch> stretches = line.stretches();
        for (int i = 0; i < stretches.size(); i++) {
            Histogram latency = stretches.get(i).latency().copy();
            latency.setStartTimeStamp(start + i * line.width() * SECOND_MILLIS);
            latency.setEndTimeStamp(start + (i + 1) * line.width() * SECOND_MILLIS);
            writer.outputIntervalHistogram(
                    latency.getStartTimeStamp() / 1e3, latency.getEndTimeStamp() / 1e3, latency, NANOS_PER_MILLI);
        }
    }
}
