package org.zonedrift.telemetry;

import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;

/** The meters of one lane; some 35 kB. */
public final class LaneTelemetry {

    /** Enough to tell 1.0 ms from 1.1 ms. */
    private static final int HISTOGRAM_DIGITS = 2;

    private final Histogram roundTripMicros = emptyHistogram();
    private final List<Meter> udp = meters();
    private final List<Meter> tcp = meters();

    LaneTelemetry() {}

    static Histogram emptyHistogram() {
        return new Histogram(Meter.SLOWEST_MICROS, HISTOGRAM_DIGITS);
    }

    private List<Meter> meters() {
        List<Meter> meters = new ArrayList<>();
        for (int i = 0; i < Purpose.values().length; i++) {
            meters.add(new Meter(roundTripMicros));
        }
        return List.copyOf(meters);
    }

    public Meter udp(Purpose purpose) {
        return udp.get(purpose.ordinal());
    }

    public Meter tcp(Purpose purpose) {
        return tcp.get(purpose.ordinal());
    }

    /** Fixed in size, so that reading while the lane writes yields at worst an old number. */
    Histogram roundTripMicros() {
        return roundTripMicros;
    }
}
