package org.zonedrift.benchmarks.records;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.zonedrift.operator.Operators;
import org.zonedrift.output.JsonBytes;
import org.zonedrift.output.RecordReader;
import org.zonedrift.output.RecordWriter;
import org.zonedrift.output.Rejudge;
import org.zonedrift.output.WrittenRecord;
import org.zonedrift.verdict.Judge;
import org.zonedrift.verdict.ZoneReport;
import org.zonedrift.zone.ServerAddress;

/** Nanoseconds to write, read and judge anew one record; its size is told at the start. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class RecordBenchmark {

    @Param({"consistent", "mismatch", "nxdomain"})
    String record;

    private final JsonBytes json = new JsonBytes();
    private final RecordWriter writer = new RecordWriter("", RecordWriter.InputFiles.ONE);
    private final RecordReader reader = new RecordReader(ServerAddress.DNS_PORT);
    private final Rejudge rejudge = new Rejudge(new Judge(Operators.bundled()));
    private String line = load("nxdomain");
    private WrittenRecord written = reader.read(line);
    private ZoneReport report = rejudge.rejudged(written);

    /** A writer that writes something else is not worth measuring. */
    @Setup
    public void readAndCheck() {
        line = load(record);
        written = reader.read(line);
        report = rejudge.rejudged(written);
        writer.write(report, json);
        if (!new String(json.toByteArray(), StandardCharsets.UTF_8).equals(line)) {
            throw new IllegalStateException("the record is not written as it was read: " + record);
        }
        System.out.println(record + ": " + json.length() + " octets");
    }

    private static String load(String name) {
        try (InputStream stream = RecordBenchmark.class.getResourceAsStream(name + ".ndjson")) {
            if (stream == null) {
                throw new IllegalStateException("no record " + name);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Benchmark
    public int write() {
        json.clear();
        writer.write(report, json);
        return json.length();
    }

    @Benchmark
    public WrittenRecord read() {
        return reader.read(line);
    }

    @Benchmark
    public ZoneReport judgeAnew() {
        return rejudge.rejudged(written);
    }
}
