package org.zonedrift.flink;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.java.typeutils.GenericTypeInfo;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ExecutionOptions;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.connector.file.sink.FileSink;
import org.apache.flink.core.fs.Path;
import org.apache.flink.streaming.api.datastream.AsyncDataStream;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.filesystem.OutputFileConfig;
import org.apache.flink.streaming.api.functions.sink.filesystem.bucketassigners.BasePathBucketAssigner;
import org.zonedrift.input.Inputs;
import org.zonedrift.verdict.ZoneReport;

/**
 * The program that Flink is given: puts a scan together as a job, submits it, and tells what came of it.
 *
 * <p>One chain of operators in each subtask: a part of the input is read, its zones are looked at by the
 * engine of the process, their reports are counted and written. A record travels from one end to the
 * other without being copied, and one subtask waits for no other.
 */
public final class ScanJob {

    private final StreamExecutionEnvironment environment;
    private final PrintStream people;
    private final UnaryOperator<DataStream<ZoneReport>> onTheirWay;

    /**
     * @param onTheirWay what happens to reports before they are counted
     */
    ScanJob(
            StreamExecutionEnvironment environment,
            PrintStream people,
            UnaryOperator<DataStream<ZoneReport>> onTheirWay) {
        this.environment = environment;
        this.people = people;
        this.onTheirWay = onTheirWay;
    }

    /** What Flink's client calls. */
    public static void main(String[] arguments) throws Exception {
        PrintStream people = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        new ScanJob(StreamExecutionEnvironment.getExecutionEnvironment(), people, reports -> reports)
                .run(List.of(arguments));
    }

    /** Runs the job to its end, unless the client was told not to wait for that. */
    void run(List<String> spoken) throws Exception {
        String help = Arguments.help(spoken);
        if (!help.isEmpty()) {
            people.println(help);
            return;
        }
        List<String> arguments = Arguments.expanded(spoken);
        JobTerms terms = new JobTerms(arguments, System.currentTimeMillis());
        JobOptions options = terms.options();
        tellOfInputs(options);
        options.refuseMoreSubtasksThanShares(environment.getParallelism());
        ShippedFiles.take(Arguments.filesNamedBy(arguments), environment);
        environment.configure(settings(options));
        build(terms, options);
        JobExecutionResult result = environment.execute("zonedrift " + String.join(" ", options.inputs));
        if (result.isJobExecutionResult()) {
            new JobEnd(terms, options, result).tell(Instant.now(), people);
        } else {
            people.println("Submitted. Nobody waits for the end, so nobody writes a manifest.");
        }
    }

    /** What cannot be read is refused before anything is submitted. */
    private void tellOfInputs(JobOptions options) {
        try (Inputs opened = options.open()) {
            options.check(opened);
            opened.files().stream()
                    .map(file -> file.remark())
                    .filter(remark -> !remark.isEmpty())
                    .forEach(people::println);
        }
    }

    private static Configuration settings(JobOptions options) {
        Configuration settings = new Configuration();
        // Reports go from hand to hand within a chain: they are never written but as records.
        settings.set(PipelineOptions.OPERATOR_CHAINING, true);
        settings.set(PipelineOptions.OBJECT_REUSE, true);
        settings.set(ExecutionOptions.RUNTIME_MODE, options.execution.mode);
        if (options.execution.mode != RuntimeExecutionMode.BATCH) {
            settings.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, options.execution.checkpoint);
        }
        return settings;
    }

    private void build(JobTerms terms, JobOptions options) {
        DataStream<byte[]> targets = environment
                .fromSource(
                        new TargetSource(terms),
                        WatermarkStrategy.noWatermarks(),
                        "targets",
                        PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO)
                .uid("targets");
        DataStream<ZoneReport> reports = AsyncDataStream.unorderedWait(
                        options.execution.strict ? sentToTheirOwners(targets) : targets,
                        new ZoneLooks(terms),
                        options.execution.giveUp.toMillis(),
                        TimeUnit.MILLISECONDS,
                        options.capacity())
                .returns(new GenericTypeInfo<>(ZoneReport.class))
                .name("looks")
                .uid("looks");
        onTheirWay
                .apply(reports)
                .flatMap(new Account(terms))
                .returns(new GenericTypeInfo<>(ZoneReport.class))
                .name("counts")
                .uid("counts")
                .sinkTo(files(terms, options))
                .name("records")
                .uid("records");
    }

    private static DataStream<byte[]> sentToTheirOwners(DataStream<byte[]> targets) {
        return targets.partitionCustom(Ownership::ownerOf, octets -> Ownership.keyOf(TargetCodec.decode(octets)));
    }

    private static FileSink<ZoneReport> files(JobTerms terms, JobOptions options) {
        String ending = options.results.ending();
        return FileSink.forBulkFormat(new Path(options.results.folder), new RecordFiles(terms, ending))
                .withBucketAssigner(new BasePathBucketAssigner<>())
                .withOutputFileConfig(OutputFileConfig.builder()
                        .withPartPrefix("part")
                        .withPartSuffix(ending)
                        .build())
                .build();
    }
}
