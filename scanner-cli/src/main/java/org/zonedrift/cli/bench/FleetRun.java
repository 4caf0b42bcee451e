package org.zonedrift.cli.bench;

import java.security.SecureRandom;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.HdrHistogram.Histogram;
import org.zonedrift.cli.console.Interruption;
import org.zonedrift.exchange.Lane;
import org.zonedrift.exchange.engine.Network;
import org.zonedrift.exchange.engine.TcpExchange;
import org.zonedrift.exchange.engine.TcpSettings;
import org.zonedrift.exchange.engine.UdpExchange;
import org.zonedrift.exchange.engine.UdpSettings;
import org.zonedrift.fleet.BenchPlan;
import org.zonedrift.fleet.Benchmark;
import org.zonedrift.fleet.QuietTimes;
import org.zonedrift.fleet.Repertoire;
import org.zonedrift.fleet.SoaLooks;
import org.zonedrift.fleet.StepResult;
import org.zonedrift.fleet.Wires;
import org.zonedrift.telemetry.DatagramFaults;
import org.zonedrift.zone.DomainName;

/** A benchmark over a network, from its first query to its last result. */
final class FleetRun {

    /** Source ports: load balancers spread by them, and each has room for 2^14 queries. */
    private static final int PORTS = 16;

    private final BenchPlan plan;
    private final List<? extends Lane> lanes;
    private final Map<Lane, Wires> wires = new HashMap<>();

    FleetRun(Network network, BenchPlan plan) {
        this.plan = plan;
        this.lanes = network.lanes();
        SecureRandom random = new SecureRandom();
        for (Lane lane : lanes) {
            UdpSettings settings = new UdpSettings(PORTS, new DatagramFaults());
            wires.put(
                    lane,
                    new Wires(
                            new UdpExchange(lane, network, settings, random),
                            new TcpExchange(lane, network, random, TcpSettings.unlimited())));
        }
    }

    /** What each resolver takes before any load, in nanoseconds. */
    List<Histogram> quietTimes() {
        Lane lane = lanes.get(0);
        return new QuietTimes(lane, wires(lane), plan).measure().join();
    }

    /** The results of all steps, or of those before the interruption. */
    List<StepResult> press(Repertoire.Source names, Interruption interruption) {
        Benchmark benchmark = new Benchmark(lanes, this::wires, plan, names);
        CompletableFuture<List<StepResult>> outcome = benchmark.start();
        interruption.react(benchmark::stop);
        return outcome.join();
    }

    /** The SOA records that the resolvers show for these names. */
    SoaLooks.Seen look(List<DomainName> names) {
        Lane lane = lanes.get(0);
        return new SoaLooks(lane, wires(lane), plan).ask(names).join();
    }

    private Wires wires(Lane lane) {
        return Objects.requireNonNull(wires.get(lane));
    }
}
