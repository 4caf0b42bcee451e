package org.zonedrift.telemetry;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.HdrHistogram.Histogram;

/** The traffic of one run in numbers. Each lane counts for itself; whoever reads adds up. */
public final class Telemetry {

    private final List<LaneTelemetry> lanes = new CopyOnWriteArrayList<>();
    private final DatagramFaults faults = new DatagramFaults();
    private final LongSupplier droppedHere;

    /**
     * @param droppedHere how many datagrams this machine received and threw away
     */
    public Telemetry(LongSupplier droppedHere) {
        this.droppedHere = droppedHere;
    }

    /** The meters of one more lane, for that lane to write. */
    public LaneTelemetry newLane() {
        LaneTelemetry lane = new LaneTelemetry();
        lanes.add(lane);
        return lane;
    }

    /** Datagrams that were no answers; shared by all lanes. */
    public DatagramFaults faults() {
        return faults;
    }

    /** Datagrams lost on this machine since nobody took them in time: no server's fault. */
    public long droppedHere() {
        return droppedHere.getAsLong();
    }

    public Counts udp(Purpose purpose) {
        return sum(lane -> lane.udp(purpose));
    }

    public Counts tcp(Purpose purpose) {
        return sum(lane -> lane.tcp(purpose));
    }

    /** All purposes over UDP. */
    public Counts udp() {
        return over(this::udp);
    }

    public Counts tcp() {
        return over(this::tcp);
    }

    private Counts sum(Function<LaneTelemetry, Meter> meter) {
        return lanes.stream().map(meter).map(Meter::read).reduce(Counts.NONE, Counts::plus);
    }

    private static Counts over(Function<Purpose, Counts> transport) {
        return List.of(Purpose.values()).stream().map(transport).reduce(Counts.NONE, Counts::plus);
    }

    /** How long answers took, from the send that they followed; all lanes and purposes. */
    public Histogram roundTripMicros() {
        Histogram all = LaneTelemetry.emptyHistogram();
        lanes.forEach(lane -> all.add(lane.roundTripMicros()));
        return all;
    }
}
