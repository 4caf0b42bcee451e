package org.zonedrift.exchange.engine;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.zonedrift.exchange.Lane;
import org.zonedrift.sim.network.Climate;
import org.zonedrift.sim.network.Delay;
import org.zonedrift.sim.network.VirtualNetwork;
import org.zonedrift.sim.network.Weather;

/** A try that gets an id, waits and is answered: the table of ids, and the wheel of deadlines. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class PendingBenchmark {

    private static final int WAITING = 2000;
    private static final int SERVER_HASH = 4711;
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final PendingTries pending = new PendingTries(new UnguessableNumbers(new SecureRandom()));
    private final TimingWheel wheel = new TimingWheel();
    private final Try[] waiting = waitingTries();
    private final int[] deadlines = new int[WAITING];
    private long now = 1L << 60;
    private int at;

    public PendingBenchmark() {
        for (int i = 0; i < WAITING; i++) {
            pending.add(waiting[i], SERVER_HASH);
            deadlines[i] = wheel.add(now, SECOND, waiting[i]);
        }
    }

    private static Try[] waitingTries() {
        Climate calm = Climate.everywhere(Weather.calm(Delay.of(Duration.ZERO)));
        VirtualNetwork network = new VirtualNetwork(1, calm, 1);
        Lane lane = network.lanes().get(0);
        UdpLane udp = new UdpLane(lane, network, UdpSettings.usual(), new SecureRandom());
        return Stream.generate(() -> new Try(udp)).limit(WAITING).toArray(Try[]::new);
    }

    /** With 2,000 others waiting: the oldest leaves, a new one comes. */
    @Benchmark
    public int idTable() {
        at = (at + 1) % WAITING;
        pending.remove(waiting[at]);
        return pending.add(waiting[at], SERVER_HASH);
    }

    /** With 2,000 others waiting: one deadline is called off, a new one set. */
    @Benchmark
    public int timingWheel() {
        at = (at + 1) % WAITING;
        now += SECOND / WAITING / 100;
        wheel.advance(now);
        wheel.cancel(deadlines[at]);
        deadlines[at] = wheel.add(now, SECOND, waiting[at]);
        return deadlines[at];
    }
}
