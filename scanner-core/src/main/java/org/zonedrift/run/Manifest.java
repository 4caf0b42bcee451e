package org.zonedrift.run;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.zonedrift.input.InputFile;
import org.zonedrift.output.IndentedJson;
import org.zonedrift.output.RecordSink;

/**
 * What a run says about itself: how it was made, what it read and wrote, what it found. Parts are
 * put in as they become known, and written in a fixed order.
 *
 * <p>Values are maps, lists, texts, numbers and truths.
 */
public final class Manifest {

    private static final String SCHEMA = "zonedrift-manifest/1";

    /** The parts, in the order in which they are written. */
    public enum Part {
        RUN_ID,
        TOOL,
        STARTED_AT,
        ENDED_AT,
        EXIT,
        COMMAND_LINE,
        CONFIG,
        CONTACT,
        NOTES,
        VANTAGE,
        INPUTS,
        SAMPLE,
        DATA,
        LIMITS,
        RESULTS,
        TRAFFIC,
        RTT_MS,
        DESTINATIONS,
        CULPRITS,
        OPERATORS,
        OUTAGES,
        RESOLVERS,
        OUTPUTS,
        RESUMED;

        private final String key = name().toLowerCase(Locale.ROOT);

        public String key() {
            return key;
        }
    }

    private final Map<Part, Object> parts = new EnumMap<>(Part.class);

    /** Puts a part in, or another in its place. */
    public synchronized Manifest with(Part part, Object value) {
        parts.put(part, value);
        return this;
    }

    public synchronized Optional<Object> of(Part part) {
        return Optional.ofNullable(parts.get(part));
    }

    public Manifest withInputs(List<InputFile.Summary> inputs) {
        return with(Part.INPUTS, inputs.stream().map(Manifest::input).toList());
    }

    private static Map<String, Object> input(InputFile.Summary input) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("name", input.name());
        entry.put("bytes", input.bytes());
        if (!input.sha256().isEmpty()) {
            entry.put("sha256", input.sha256());
        }
        entry.put("records", input.records());
        entry.put("comments", input.comments());
        entry.put("kind", input.kind().name().toLowerCase(Locale.ROOT));
        input.zone().ifPresent(zone -> {
            entry.put("zone", zone.name());
            if (zone.serial() >= 0) {
                entry.put("zone_serial", zone.serial());
            }
        });
        return entry;
    }

    public Manifest withOutputs(List<RecordSink.Written> outputs) {
        return with(Part.OUTPUTS, outputs.stream().map(Manifest::output).toList());
    }

    private static Map<String, Object> output(RecordSink.Written output) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("name", output.name());
        entry.put("records", output.records());
        entry.put("bytes", output.bytes());
        entry.put("sha256", output.sha256());
        return entry;
    }

    /**
     * What kind of sample of its input a run is.
     *
     * @param frameSize records that it was taken from; -1 while that is not known
     */
    public Manifest withSample(Sample sample, long frameSize, long taken) {
        return with(Part.SAMPLE, sample.part(frameSize, taken));
    }

    /**
     * How targets were chosen from the input: said honestly, since buffers are finite.
     *
     * @param shuffleBuffer targets among which each was drawn; 0 where the order is that of the input
     * @param shard which part of the input, as the user names it; empty for all of it
     */
    public record Sample(SampleMethod method, long seed, int shuffleBuffer, String shard) {

        private Map<String, Object> part(long frameSize, long taken) {
            Map<String, Object> part = new LinkedHashMap<>();
            if (frameSize >= 0) {
                part.put("frame_size", frameSize);
            }
            part.put("n", taken);
            part.put("method", method.key());
            part.put("seed", seed);
            if (shuffleBuffer > 0) {
                part.put("shuffle_buffer", shuffleBuffer);
            }
            if (!shard.isEmpty()) {
                part.put("shard", shard);
            }
            return part;
        }
    }

    /** How targets were chosen from the input. */
    public enum SampleMethod {
        ALL,
        FIRST,
        SHARD,
        /** Shuffled as far as a buffer reached. */
        BUFFER_SHUFFLED,
        /** Every order was equally likely. */
        UNIFORM;

        private String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** What does not add up; empty for a manifest of a run that ended. */
    public synchronized List<String> contradictions() {
        List<String> found = new ArrayList<>();
        long targets = numberIn(parts.getOrDefault(Part.RESULTS, Map.of()), "targets");
        long verdicts = sum(valueIn(parts.getOrDefault(Part.RESULTS, Map.of()), "by_verdict"));
        if (targets != verdicts) {
            found.add("targets: " + targets + ", verdicts: " + verdicts);
        }
        Object inputs = parts.get(Part.INPUTS);
        if (inputs instanceof List<?> list && isWhole()) {
            long records =
                    list.stream().mapToLong(entry -> numberIn(entry, "records")).sum();
            if (records != targets) {
                found.add("targets: " + targets + ", records of the inputs: " + records);
            }
        }
        return found;
    }

    private boolean isWhole() {
        Object sample = parts.get(Part.SAMPLE);
        return sample == null || SampleMethod.ALL.key().equals(valueIn(sample, "method"));
    }

    private static Object valueIn(Object map, String key) {
        return map instanceof Map<?, ?> values && values.get(key) != null ? values.get(key) : Map.of();
    }

    private static long numberIn(Object map, String key) {
        return valueIn(map, key) instanceof Number number ? number.longValue() : 0;
    }

    private static long sum(Object map) {
        return map instanceof Map<?, ?> values
                ? values.values().stream()
                        .mapToLong(value -> value instanceof Number number ? number.longValue() : 0)
                        .sum()
                : 0;
    }

    /** The text of the file. */
    public synchronized String text() {
        IndentedJson json = new IndentedJson();
        json.object(null, root -> {
            root.text("schema", SCHEMA);
            parts.forEach((part, value) -> root.value(part.key(), value));
        });
        return json.toString();
    }
}
