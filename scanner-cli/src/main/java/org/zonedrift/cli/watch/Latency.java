package org.zonedrift.cli.watch;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.HdrHistogram.Histogram;

/** How long answers took, as a manifest tells it and as people read it. */
final class Latency {

    private static final double MICROS_PER_MILLI = 1e3;

    /** Percentiles by their names in the manifest. */
    private static final Map<String, Double> PERCENTILES = percentiles();

    private final Histogram micros;

    Latency(Histogram micros) {
        this.micros = micros;
    }

    private static Map<String, Double> percentiles() {
        Map<String, Double> named = new LinkedHashMap<>();
        named.put("p50", 50.0);
        named.put("p90", 90.0);
        named.put("p95", 95.0);
        named.put("p99", 99.0);
        named.put("p999", 99.9);
        return named;
    }

    Map<String, Object> part() {
        Map<String, Object> part = new LinkedHashMap<>();
        part.put("count", micros.getTotalCount());
        if (micros.getTotalCount() == 0) {
            return part;
        }
        part.put("min", micros.getMinValue() / MICROS_PER_MILLI);
        part.put("mean", Math.round(micros.getMean()) / MICROS_PER_MILLI);
        PERCENTILES.forEach((name, percent) -> part.put(name, millisAt(percent)));
        part.put("max", micros.getMaxValue() / MICROS_PER_MILLI);
        part.put("hdr_base64", encoded());
        return part;
    }

    private double millisAt(double percent) {
        return micros.getValueAtPercentile(percent) / MICROS_PER_MILLI;
    }

    /** As the tools of HdrHistogram read it. */
    private String encoded() {
        ByteBuffer octets = ByteBuffer.allocate(micros.getNeededByteBufferCapacity());
        int length = micros.encodeIntoCompressedByteBuffer(octets);
        return Base64.getEncoder().encodeToString(Arrays.copyOf(octets.array(), length));
    }

    /** One line for people. */
    String line() {
        if (micros.getTotalCount() == 0) {
            return "Latency: no answer was measured";
        }
        return "Latency: p50 " + at(50) + ", p90 " + at(90) + ", p99 " + at(99) + ", max "
                + millis(micros.getMaxValue()) + " of " + Words.counted(micros.getTotalCount(), "answer");
    }

    private String at(double percent) {
        return millis(micros.getValueAtPercentile(percent));
    }

    private static String millis(long value) {
        return String.format(Locale.ROOT, "%.1f ms", value / MICROS_PER_MILLI);
    }
}
