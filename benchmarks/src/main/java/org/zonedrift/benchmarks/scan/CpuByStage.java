package org.zonedrift.benchmarks.scan;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;
import org.zonedrift.benchmarks.probes.Race.Cost;

/** Where a scan's time in Java went, from a flight recording: each sample goes to the innermost code that is no JDK's. */
final class CpuByStage {

    private static final String OURS = "org.zonedrift.";

    /** By the packages' names; the first that fits. */
    private static final Map<String, String> STAGES = new LinkedHashMap<>();

    static {
        STAGES.put("io.netty.", "Netty: sockets, buffers, event loop");
        STAGES.put("reactor.", "Reactor");
        STAGES.put(OURS + "output.", "writing records");
        STAGES.put(OURS + "verdict.", "judging: verdict, flags");
        STAGES.put(OURS + "operator.", "judging: who runs a server");
        STAGES.put(OURS + "input.", "reading the input");
        STAGES.put(OURS + "delegation.", "address book, delegations");
        STAGES.put(OURS + "exchange.", "exchange: limits, retries, matching");
        STAGES.put(OURS + "wire.", "messages: writing and reading");
        STAGES.put(OURS + "probe.", "observations");
        STAGES.put(OURS + "safety.", "who may be asked");
        STAGES.put(OURS + "zone.", "names and addresses");
        STAGES.put(OURS + "cli.", "tally, ledger");
        STAGES.put(OURS, "scanner: the way of a zone");
    }

    private final Map<String, Integer> samples = new HashMap<>();
    private final Cost cost;
    private int all;

    private CpuByStage(Cost cost) {
        this.cost = cost;
    }

    /** Options with which a JVM records what is needed. */
    static List<String> recordingTo(Path file) {
        return List.of(
                "-XX:StartFlightRecording=settings=profile,filename=" + file,
                "-XX:+UnlockDiagnosticVMOptions",
                "-XX:+DebugNonSafepoints");
    }

    /** Of a run that cost this. */
    static CpuByStage of(Path recording, Cost cost) throws IOException {
        CpuByStage split = new CpuByStage(cost);
        try (RecordingFile events = new RecordingFile(recording)) {
            while (events.hasMoreEvents()) {
                split.count(events.readEvent());
            }
        }
        return split;
    }

    private void count(RecordedEvent event) {
        if (!event.getEventType().getName().equals("jdk.ExecutionSample") || event.getStackTrace() == null) {
            return;
        }
        all++;
        samples.merge(stage(event.getStackTrace().getFrames()), 1, Integer::sum);
    }

    private static String stage(List<RecordedFrame> frames) {
        for (RecordedFrame frame : frames) {
            String type = frame.getMethod().getType().getName();
            for (Map.Entry<String, String> stage : STAGES.entrySet()) {
                if (type.startsWith(stage.getKey())) {
                    return stage.getValue();
                }
            }
        }
        return "the JDK alone";
    }

    String markdown() {
        StringBuilder text = new StringBuilder("Of %.1f s of CPU, %.1f in the kernel; samples of Java code:%n%n"
                .formatted(cost.cpuMicros() / 1e6, cost.systemMicros() / 1e6));
        text.append("| stage | share of the samples |\n| --- | --- |\n");
        samples.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .forEach(entry -> text.append(
                        "| %s | %.1f %% |%n".formatted(entry.getKey(), 100.0 * entry.getValue() / Math.max(1, all))));
        return text.toString();
    }
}
