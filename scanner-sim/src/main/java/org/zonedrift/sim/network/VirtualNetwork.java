package org.zonedrift.sim.network;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.zonedrift.exchange.Lane;
import org.zonedrift.exchange.engine.DatagramListener;
import org.zonedrift.exchange.engine.DatagramPort;
import org.zonedrift.exchange.engine.Network;
import org.zonedrift.exchange.engine.StreamListener;
import org.zonedrift.zone.AddressFamily;
import org.zonedrift.zone.ServerAddress;

/**
 * A network in memory whose time passes only when it is stepped. All lanes, servers and packets
 * belong to the one thread that steps it; the same seed and the same calls give the same run.
 */
public final class VirtualNetwork implements Network {

    /** When simulated time begins, unless told otherwise. */
    public static final Instant DEFAULT_START = Instant.parse("2026-03-01T00:00:00Z");

    /** No simulated run takes so long: a task that always schedules another must end some time. */
    private static final long LONGEST_RUN_NANOS = TimeUnit.DAYS.toNanos(400);

    private final Timeline timeline;
    private final List<VirtualLane> lanes;
    private final Servers servers = new Servers();
    private final NetworkTrace trace = new NetworkTrace();
    private final Ether ether;
    private Set<AddressFamily> families = Set.of(AddressFamily.values());

    public VirtualNetwork(int laneCount, Climate climate, long seed) {
        this(laneCount, climate, seed, DEFAULT_START);
    }

    public VirtualNetwork(int laneCount, Climate climate, long seed, Instant start) {
        long startNanos = TimeUnit.SECONDS.toNanos(start.getEpochSecond()) + start.getNano();
        this.timeline = new Timeline(startNanos);
        this.lanes = Stream.generate(() -> new VirtualLane(timeline))
                .limit(laneCount)
                .toList();
        this.ether = new Ether(timeline, new SplittableRandom(seed), climate, trace);
    }

    /** Where servers are put up. */
    public Servers servers() {
        return servers;
    }

    /** What happened so far. */
    public NetworkTrace trace() {
        return trace;
    }

    /** Shows everything that leaves the scanner from now on. */
    public void watch(PacketWitness witness) {
        trace.witness(witness);
    }

    /** Takes the route of all other families away. */
    public void reachOnly(Set<AddressFamily> reachable) {
        families = Set.copyOf(reachable);
    }

    /** Nanoseconds since 1970 in simulated time. */
    public long now() {
        return timeline.now();
    }

    /** Lets so much time pass, with everything that happens in it. */
    public void advance(Duration duration) {
        timeline.runUntil(timeline.now() + duration.toNanos());
    }

    /**
     * Steps until nothing is left to happen.
     *
     * @throws IllegalStateException if there is no end to it
     */
    public void runUntilIdle() {
        runUntil(() -> false);
        if (!timeline.isIdle()) {
            throw new IllegalStateException("after 400 simulated days something still waits to happen");
        }
    }

    /** Steps until it is done, or nothing is left to happen. */
    public void runUntil(BooleanSupplier done) {
        timeline.runUntil(done, timeline.now() + LONGEST_RUN_NANOS);
    }

    @Override
    public List<? extends Lane> lanes() {
        return lanes;
    }

    @Override
    public boolean reaches(ServerAddress server) {
        return families.contains(server.family());
    }

    @Override
    public DatagramPort open(Lane lane, AddressFamily family, DatagramListener listener) {
        return new MemoryPort(ether, servers, own(lane), family, listener);
    }

    @Override
    public org.zonedrift.exchange.engine.Stream connect(Lane lane, ServerAddress server, StreamListener listener) {
        MemoryStream stream = new MemoryStream(ether, own(lane), server, listener);
        stream.connect(servers.streamServerAt(server));
        return stream;
    }

    private VirtualLane own(Lane lane) {
        if (lane instanceof VirtualLane own && lanes.contains(own)) {
            return own;
        }
        throw new IllegalArgumentException("a lane of another network");
    }

    @Override
    public long datagramsDroppedHere() {
        return 0;
    }

    /** Nothing happens any more. */
    @Override
    public void close() {
        timeline.end();
    }
}
